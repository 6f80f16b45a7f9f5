/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFilesTests {

    private static final String ONE = "uptext: {inbound: {connectors: {%s: {provider: sinch, secrets: [hush]}}}}";

    @TempDir
    Path folder;

    @Test
    void the_connectors_of_all_files_are_told() throws IOException {
        Path yaml = write("a.yaml", ONE.formatted("my-b") + "\n---\n" + ONE.formatted("my-a"));
        Path properties = write("b.properties", "uptext.inbound.connectors.my-c.provider = sinch");
        assertThat(ConfigFiles.connectors(List.of(yaml, properties))).containsExactly("my-a", "my-b", "my-c");
        assertThat(ConfigFiles.connectors(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ' has no connectors: they stand below uptext, inbound, connectors, as in docs/connectors.'",
                "hush | ' has no connectors: '",
                "uptext: {inbound: {conectors: {a: {provider: hush}}}} | ' has no connectors: '",
                "uptext: {inbound: {connectors: hush}} | ' has no connectors: '",
                "uptext: {inbound: {connectors: {my-a: hush}}} | : the connector my-a has no keys; provider and",
                "uptext: [hush | ' is not YAML at line 1.'",
                "uptext: !!hush x | ' is not YAML at line 1.'",
                "uptext: *hush | ' is not YAML at line 1.'",
                "uptext.inbound.connectors.twilio-50500.provider: hush | has a connector twilio-50500, which is the",
            })
    void a_file_that_cannot_be_meant_so_is_told_without_what_stands_there(String text, String sentence)
            throws IOException {
        Path file = write("a.yaml", text);
        assertThatThrownBy(() -> ConfigFiles.connectors(List.of(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_file_that_is_no_text_is_told() throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[] {0, -1, -2});
        assertThatThrownBy(() -> ConfigFiles.connectors(List.of(file)))
                .hasMessage(file + " is not a file of this kind in UTF-8.");
    }

    @Test
    void a_connector_stands_in_one_file_only() throws IOException {
        Path first = write("a.yaml", ONE.formatted("my-a"));
        Path second = write("b.yaml", ONE.formatted("my-a"));
        assertThatThrownBy(() -> ConfigFiles.connectors(List.of(first, second)))
                .hasMessage(first + " and " + second + " both have a connector my-a.");
        assertThatThrownBy(() -> ConfigFiles.connectors(
                        List.of(write("c.yaml", ONE.formatted("a") + "\n" + ONE.formatted("a")))))
                .hasMessageContaining("is not YAML at line 2.");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
