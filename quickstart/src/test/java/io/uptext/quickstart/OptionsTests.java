/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {

    @Test
    void files_with_configuration_can_be_several(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("first.yaml"), "");
        Path second = Files.writeString(folder.resolve("second one.properties"), "");

        Options options =
                Options.parse("--config", first.toString(), "--smoke", "--config", second.toString(), "--port", "7000");

        assertThat(options.config()).containsExactly(first, second);
        assertThat(options.smoke()).isTrue();
        assertThat(options.port()).isEqualTo(7000);
    }

    @Test
    void sites_of_ones_own_may_watch() {
        Options options = Options.parse("--origin", "http://127.0.0.1:8090", "--origin", "https://login.example.com");

        assertThat(options.origins()).containsExactly("http://127.0.0.1:8090", "https://login.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--config nowhere.yaml    | --config nowhere.yaml is not a file that can be read.",
                "--config target          | --config takes a file that ends in .yaml, .yml or .properties.",
                "--config                 | --config takes a file that ends in .yaml, .yml or .properties.",
                "--port 0                 | --port takes a number from 1 to 65529.",
                "--origin *               | --origin takes what a browser sends as one, http://127.0.0.1:3000 for example.",
                "--origin http://a/b      | --origin takes what a browser sends as one, http://127.0.0.1:3000 for example.",
                "--frobnicate             | There is no option --frobnicate.",
            })
    void what_cannot_be_is_told_in_a_sentence(String arguments, String sentence) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" "))).hasMessage(sentence);
    }

    @Test
    void a_folder_is_not_a_file(@TempDir Path folder) throws IOException {
        Path odd = Files.createDirectory(folder.resolve("odd.yaml"));
        assertThatThrownBy(() -> Options.parse("--config", odd.toString())).hasMessageContaining("is not a file");
    }
}
