/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.docs.Block;
import io.uptext.testkit.docs.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/webhooks.md tells people to try their own verification with. */
class WebhookPageTests {

    private static final Pattern KEYS = Pattern.compile("(whsec_\\S+)\nwhpk_(\\S+)");

    @Test
    void the_request_on_the_page_is_signed_by_the_keys_on_the_page() throws Exception {
        Received request = request();
        Matcher keys = KEYS.matcher(block("text"));
        assertThat(keys.find()).isTrue();
        String[] signatures = request.field("webhook-signature").split(" ", -1);
        Instant at = Instant.ofEpochSecond(Long.parseLong(request.field("webhook-timestamp")));

        assertThat(new SigningKeys(List.of(SigningKey.parse(keys.group(1))))
                        .signature(request.field("webhook-id"), at, request.body()))
                .isEqualTo(signatures[0]);
        PublicKey open = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of()
                        .parseHex("302a300506032b6570032100"
                                + HexFormat.of().formatHex(Base64.getDecoder().decode(keys.group(2))))));
        Signature verification = Signature.getInstance("Ed25519");
        verification.initVerify(open);
        verification.update((request.field("webhook-id") + "." + at.getEpochSecond() + ".").getBytes(UTF_8));
        verification.update(request.body());
        assertThat(verification.verify(Base64.getDecoder().decode(signatures[1].substring("v1a,".length()))))
                .isTrue();
    }

    @Test
    void the_file_on_the_page_can_be_used() throws Exception {
        assertThat(SecretsReading.read(block("yaml").getBytes(UTF_8))).hasToString("the keys of 1 webhooks");
    }

    @Test
    void the_page_has_every_word_for_what_went_wrong() throws IOException {
        List<String> words = page().about("Answer")
                .flatMap(section -> section.all(Block.Table.class))
                .flatMap(table -> table.names().stream())
                .toList();

        assertThat(words)
                .containsAll(Arrays.stream(Flaw.values()).map(Flaw::word).toList());
    }

    private static Received request() throws IOException {
        String[] parts = block("http").split("\n\n", 2);
        String head = parts[0].replace("\n", "\r\n") + "\r\n\r\n";
        return Received.read(new ByteArrayInputStream((head + parts[1]).getBytes(US_ASCII)));
    }

    private static String block(String language) throws IOException {
        return page().all(Block.Code.class)
                .filter(block -> block.info().equals(language))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Page page() throws IOException {
        return Page.read(Path.of("..", "docs", "webhooks.md"));
    }
}
