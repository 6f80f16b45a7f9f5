/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Contents of messages under the pepper. */
class PepperTests {

    private static final byte[] SECRET = "secret-pepper-for-tests-32-bytes".getBytes(UTF_8);

    private final Pepper pepper = new Pepper(Base64.getEncoder().encodeToString(SECRET));

    @Test
    void aContentKeyIsTheDigestOfTheContentBehindWhatItIs() throws Exception {
        byte[] content = {0, 1, (byte) 0xff};
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes("content|".getBytes(UTF_8));
        input.writeBytes(content);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));

        assertThat(pepper.contentKey(content))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(input.toByteArray())))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void theSameContentHasTheSameKeyAndAnotherHasAnother() {
        List<String> keys = IntStream.range(0, 100)
                .mapToObj(length -> pepper.contentKey(new byte[length]))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(pepper.contentKey(new byte[7])).isEqualTo(keys.get(7));
        Pepper other = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(keys).doesNotContain(other.contentKey(new byte[0]));
    }

    @Test
    void aContentThatLooksLikeASenderDoesNotHaveItsKey() {
        Msisdn sender = Msisdn.ofE164("+46701234567");
        String key = pepper.senderKey(sender).value();

        assertThat(pepper.contentKey("+46701234567".getBytes(UTF_8))).isNotEqualTo(key);
        assertThat(pepper.contentKey("sender|+46701234567".getBytes(UTF_8))).isNotEqualTo(key);
    }
}
