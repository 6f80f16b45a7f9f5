/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that makes no sense sends nothing, gets one sentence, and never sees its secret again. */
class WrongUsageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                          | PROVIDER is missing; --list says which there are.",
                "nobody --url {u}                          | There is no such provider; --list says which there are.",
                "twilio --secret {s}                       | --url is missing: the URL of a connector.",
                "twilio --secret {s} --url 127.0.0.1/x     | Invalid value for option '--url': a URL is http:// or https://, a host and a path.",
                "twilio --url {u}                          | --secret is missing, and UPTEXT_SECRET is not set.",
                "twilio --url {u} --secrt {s}              | There is no option --secrt. Perhaps --secret is meant.",
                "twilio --url {u} --secrt={s}              | There is no option --secrt. Perhaps --secret is meant.",
                "twilio --url {u} --zzz                    | There is no option --zzz.",
                "twilio {s} --url {u}                      | There is a word too many, or an option is missing before it.",
                "twilio --url {u} --secret                 | Missing required parameter for option '--secret' (SECRET).",
                "twilio --url {u} --secret {s} --proof x   | Invalid value for option '--proof': it is one of signature, basic, header, query, none.",
                "twilio --url {u} --secret {s} --proof basic | --proof is one of signature for twilio.",
                "twilio --url {u} --secret {s} --wrong x   | Invalid value for option '--wrong': it is one of wrong-secret, tampered, stale, unproven.",
                "twilio --url {u} --secret {s} --wrong stale | --wrong stale cannot be told from right with twilio and --proof signature.",
                "twilio --url {u} --secret {s} --option {s} | --option is NAME=VALUE, but twilio has no options.",
                "twilio --url {u} --secret {s} --option a={s} | --option is NAME=VALUE, but twilio has no options.",
                "twilio --url {u} --secret {s} --count 0   | a count is at least 1.",
                "twilio --url {u} --secret {s} --count x   | Invalid value for option '--count': it is a number.",
                "twilio --url {u} --secret {s} --rate 0    | a rate is above 0.",
                "twilio --url {u} --secret {s} --rate Infinity | --rate is a number.",
                "twilio --url {u} --secret {s} --for soon  | Invalid value for option '--for': a time is a number and ms, s, m or h, for example 30s.",
                "twilio --url {u} --secret {s} --for 0s    | a load lasts above 0 and at most ten years.",
                "twilio --url {u} --secret {s} --concurrency 0 | concurrency is 1 to 10,000.",
            })
    void is_told_in_one_sentence(String arguments, String sentence) {
        try (Door door = new Door(200, "")) {
            String[] words = arguments == null
                    ? new String[0]
                    : Stream.of(arguments.split(" +"))
                            .map(word -> word.replace("{u}", door.url()).replace("{s}", Run.SECRET))
                            .toArray(String[]::new);

            Run run = Run.of(words);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo("%s%n./uptext simulate --help says more.%n".formatted(sentence))
                    .doesNotContain(Run.SECRET);
            assertThat(door.deliveries()).isEmpty();
        }
    }
}
