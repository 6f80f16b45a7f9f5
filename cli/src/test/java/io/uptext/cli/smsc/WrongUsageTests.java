/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that makes no sense listens nowhere, and gets one sentence. */
class WrongUsageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--secret never-to-be-shown  | a password has at most 8 characters in SMPP.",
                "--system-id sixteen-letters- | a system id has at most 15 characters in SMPP.",
                "--port 65536                | a port is 0 to 65,535.",
                "--port x                    | Invalid value for option '--port': it is a number.",
                "--encoding x                | Invalid value for option '--encoding': it is one of gsm, gsm-packed, ia5, latin1, octets, ucs2, ucs2-le-bom, flash, gsm-class-1.",
                "--encoding gsm --text Д     | the text has characters that gsm lacks.",
                "--from +123456789012345678901 | a number has at most 20 characters in SMPP.",
                "--order x                   | Invalid value for option '--order': it is one of in-order, reversed, shuffled, duplicated.",
                "--window 0                  | a window is 1 to 10,000.",
                "--count 0                   | a count is at least 1.",
                "--rate 0                    | a rate is above 0.",
                "--cut-every 0               | --cut-every is at least 1.",
                "--lose-every 0              | --lose-every is at least 1.",
                "--flap 0s                   | --flap is above 0.",
                "--slow soon                 | Invalid value for option '--slow': a time is a number and ms, s, m or h, for example 30s.",
                "--wrong length-0 --count 2  | --wrong goes with one text: --count, --rate and --for do not.",
                "--tls-keystore nowhere.p12  | --tls-keystore cannot be opened: it is a PKCS #12 file, with its password in UPTEXT_KEYSTORE_PASSWORD.",
                "never-to-be-shown           | There is a word too many, or an option is missing before it.",
                "--secrt never-to-be-shown   | There is no option --secrt. Perhaps --secret is meant.",
            })
    void is_told_in_one_sentence(String arguments, String sentence) {
        SmscRun run = SmscRun.of(arguments.split(" +", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("%s%n./uptext simulate smsc --help says more.%n".formatted(sentence))
                .doesNotContain("never-to-be-shown");
    }

    @Test
    void the_help_fits_a_screen_and_explains_every_option() {
        SmscRun run = SmscRun.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("--port", "--address", "--system-id", "--secret", "--tls-keystore", "--from", "--to")
                .contains("--text", "--encoding", "--concatenation", "--order", "--count", "--rate", "--for")
                .contains("--window", "--cut-every", "--lose-every", "--flap", "--slow", "--wrong");
        assertThat(run.out().lines()).hasSizeLessThan(60).allMatch(line -> line.length() <= 100);
    }
}
