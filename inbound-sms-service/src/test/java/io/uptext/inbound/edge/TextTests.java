/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.CarrierKeyword;
import io.uptext.contracts.vocabulary.ChallengeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts come out of every spelling on the wire as they went in, and with the code that docs/code-and-text.md promises. */
class TextTests extends EdgeTest {

    private static final Pattern ROW = Pattern.compile("\\| `(.*?)` \\| (?:`([0-9A-Z]{9})`|none) \\| .* \\|");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\{([0-9A-F]+)}|([trn]))");

    /** A text and its code. */
    record Example(String text, @Nullable String code) {

        /** Whether there are bytes for it: halves of surrogate pairs have none. */
        boolean canBeSent() {
            return UTF_8.newEncoder().canEncode(text);
        }
    }

    static List<Example> examples() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/code-and-text.md"))) {
            List<Example> examples = lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Example(plain(row.group(1)), row.group(2)))
                    .filter(Example::canBeSent)
                    .toList();
            assertThat(examples).hasSizeGreaterThan(80);
            return examples;
        }
    }

    private static String plain(String written) {
        return ESCAPE.matcher(written)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) != null
                                ? Character.toString(Integer.parseInt(escape.group(1), 16))
                                : switch (escape.group(2)) {
                                    case "t" -> "\t";
                                    case "r" -> "\r";
                                    default -> "\n";
                                }));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aTextIsTheSameFromAFormFromJsonAndFromAQuery(Example example) throws IOException {
        String form = Delivery.form("+" + Delivery.NUMBER, "50500", example.text());
        deliver(Delivery.postForm("", form)).isTaken();
        assertIs(example, last());

        String text = JsonMapper.shared().writeValueAsString(example.text());
        deliver(Delivery.postJson(Delivery.json("").replace("\"" + Delivery.CANARY + "\"", text)))
                .isTaken();
        assertIs(example, last());

        deliver("GET /v1/inbound/query?" + form.replaceFirst("id=", "id=q")
                        + "&coding=0 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .isTaken();
        assertIs(example, last());
    }

    private InboundEvent last() {
        return doors().sink().all().getLast().event();
    }

    private static void assertIs(Example example, InboundEvent event) {
        switch (event) {
            case InboundSmsReceived sms -> {
                assertThat(sms.text()).isEqualTo(example.text());
                assertThat(sms.code())
                        .isEqualTo(Optional.ofNullable(example.code())
                                .flatMap(ChallengeCode::parse)
                                .orElse(null));
            }
            case CarrierKeywordReceived keyword -> {
                assertThat(example.code()).isNull();
                assertThat(CarrierKeyword.opening(example.text())).contains(keyword.keyword());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 160, 161, 1600, 1601, 7000})
    void everyLengthUpToTheBodysIsTaken(int length) throws IOException {
        deliver(Delivery.postForm("", Delivery.form("+" + Delivery.NUMBER, "50500", "a".repeat(length))))
                .isTaken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u200b", "\u202e", "(", "\"", "-"})
    void manyOfAKindTakeNoLongerThanOthers(String kind) throws IOException {
        String bomb = "7KQ4M2XHC" + kind.repeat(1300 / kind.getBytes(UTF_8).length);

        deliver(Delivery.postForm("", Delivery.form("+" + Delivery.NUMBER, "50500", bomb)))
                .isTaken();
    }
}
