/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.inbound.door.Form;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Forms, which most providers sign parameter by parameter: whoever reads one in two ways signs two messages at once. */
class FormFuzzTests {

    private static final HexFormat ESCAPES = HexFormat.of().withPrefix("%");

    @FuzzTest
    void aFormReadsTheSameWhenItIsWrittenAgain(byte[] body) {
        Form.parse(body).ifPresent(form -> {
            List<String> once = form.names().stream()
                    .filter(name -> form.bytes(name).isPresent())
                    .toList();
            String written = once.stream()
                    .map(name -> escaped(name.getBytes(ISO_8859_1)) + "="
                            + escaped(form.bytes(name).orElseThrow()))
                    .collect(Collectors.joining("&"));
            Form again = Form.parse(written.getBytes(ISO_8859_1)).orElseThrow();
            assertThat(again.names()).containsExactlyElementsOf(once);
            for (String name : once) {
                assertThat(again.bytes(name).orElseThrow())
                        .isEqualTo(form.bytes(name).orElseThrow());
                form.only(name)
                        .ifPresent(text -> assertThat(text.getBytes(UTF_8))
                                .isEqualTo(form.bytes(name).orElseThrow()));
            }
        });
    }

    @FuzzTest
    void whatIsSignedHoldsNoMoreThanTheBodyInWhateverOrder(byte[] body) {
        Form.parse(body).ifPresent(form -> {
            assertThat(form.joined().length).isLessThanOrEqualTo(body.length);
            List<String> pairs = Arrays.asList(new String(body, ISO_8859_1).split("&", -1));
            Collections.reverse(pairs);
            Form reversed =
                    Form.parse(String.join("&", pairs).getBytes(ISO_8859_1)).orElseThrow();
            assertThat(reversed.joined()).isEqualTo(form.joined());
            assertThat(reversed.joinedAsQuery()).isEqualTo(form.joinedAsQuery());
        });
    }

    private static String escaped(byte[] bytes) {
        return ESCAPES.formatHex(bytes);
    }
}
