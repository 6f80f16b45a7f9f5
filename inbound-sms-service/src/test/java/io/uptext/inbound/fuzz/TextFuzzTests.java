/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.contracts.vocabulary.CarrierKeyword;
import io.uptext.contracts.vocabulary.ChallengeCode;
import java.util.Locale;
import java.util.Optional;

/** What people text. */
class TextFuzzTests {

    /** A text longer than this holds no code and no keyword. */
    private static final int LONGEST_TEXT = 1600;

    private static final String A_CODE = "7KQ4M2XHC";

    @FuzzTest
    void aCodeInATextIsACodeInEverySpelling(byte[] input) {
        String text = new String(input, UTF_8);
        Optional<ChallengeCode> code = ChallengeCode.parse(text);
        code.ifPresent(found -> {
            assertThat(text.length()).isBetween(1, LONGEST_TEXT);
            assertThat(ChallengeCode.ofNormal(found.normal())).isEqualTo(found);
            assertThat(ChallengeCode.parse(found.normal())).isEqualTo(code);
            assertThat(ChallengeCode.parse(found.display())).isEqualTo(code);
            assertThat(ChallengeCode.parse(found.normal().toLowerCase(Locale.ROOT)))
                    .isEqualTo(code);
            assertThat(CarrierKeyword.opening(text)).isEmpty();
        });
        assertThat(ChallengeCode.parse("“" + text + "”"))
                .as("quoting is not sending")
                .isEmpty();
        assertThat(ChallengeCode.parse("NO " + text)).as("no means no").isEmpty();
        assertThat(ChallengeCode.parse("stop " + text))
                .as("a keyword comes first")
                .isEmpty();
    }

    @FuzzTest
    void aKeywordWinsOverWhateverFollows(byte[] input) {
        String text = new String(input, UTF_8);
        Optional<CarrierKeyword> keyword = CarrierKeyword.opening(text);
        if (text.length() + A_CODE.length() < LONGEST_TEXT) {
            assertThat(CarrierKeyword.opening("Help, " + text)).hasValue(CarrierKeyword.HELP);
            keyword.ifPresent(_ -> {
                assertThat(CarrierKeyword.opening(text + " " + A_CODE)).isEqualTo(keyword);
                assertThat(ChallengeCode.parse(text + " " + A_CODE)).isEmpty();
            });
        }
        if (keyword.isPresent()) {
            assertThat(ChallengeCode.parse(text)).isEmpty();
        }
    }

    /** A code that stands for itself is found after whatever holds none, quotes nothing and refuses nothing. */
    @FuzzTest
    void aCodeOnALineOfItsOwnIsFoundOrAnotherIsThereToo(byte[] input) {
        String text = new String(input, UTF_8);
        String whole = A_CODE + "\n" + text;
        if (whole.length() <= LONGEST_TEXT) {
            ChallengeCode.parse(whole)
                    .ifPresent(found -> assertThat(found.normal()).isEqualTo(A_CODE));
        } else {
            assertThat(ChallengeCode.parse(whole)).isEmpty();
        }
    }
}
