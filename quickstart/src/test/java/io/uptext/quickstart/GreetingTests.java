/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class GreetingTests {

    @Test
    void a_reason_is_the_innermost_one() {
        Throwable failure = new IllegalStateException("outer", new IOException("inner"));
        assertThat(Greeting.reason(failure)).isEqualTo("inner");
        assertThat(Greeting.reason(new IOException())).isEqualTo("IOException");
    }

    @Test
    void of_a_broken_file_the_line_is_told_and_not_what_stands_there() {
        Throwable failure = catchThrowable(() -> new Yaml().load("a: 1\nsecrets: [demo-secret\nb: 2\n"));
        assertThat(failure).hasMessageContaining("demo-secret");
        assertThat(Greeting.reason(new IllegalStateException(failure)))
                .isEqualTo("a --config file is not YAML at line 3");
    }
}
