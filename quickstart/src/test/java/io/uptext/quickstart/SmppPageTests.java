/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.backend.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What docs/connectors/smpp.md tells people to configure and to type signs in. */
class SmppPageTests {

    private static final Path FOLDER =
            Path.of("target", "run", "smpp-" + ProcessHandle.current().pid());
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)");

    private final ConnectorPage page = ConnectorPage.smpp();

    @Test
    void the_page_stands_in_the_index() {
        assertThat(ConnectorPage.index().lines()).anyMatch(line -> line.startsWith("| [`smpp`](smpp.md) |"));
        assertThat(page.text()).contains("```sh\n./uptext quickstart --config smpp.yaml\n```");
    }

    @Test
    void its_command_signs_in_at_what_it_configures() throws Exception {
        assertThat(page.connectors()).containsExactly(Map.entry("my-smpp", "smpp"));
        String block = page.blocks().getFirst();
        var port = PORT.matcher(block);
        assertThat(port.find()).isTrue();
        ConnectorCommand command = page.commands().getFirst();
        assertThat(command.value("--port")).isEqualTo(port.group(1));
        String free = Integer.toString(Ports.free());
        Path config = Files.writeString(
                Files.createDirectories(FOLDER.resolve("config")).resolve("smpp.yaml"),
                block.replace(port.group(1), free));

        try (Stack stack = Stack.start(FOLDER, Addresses.free(), List.of(config), _ -> {})) {
            RelyingParty acme = new RelyingParty(stack);
            JsonNode challenge = acme.create("{\"msisdn\":\"" + command.value("--from") + "\"}");
            List<String> words = new ArrayList<>(command.words());
            words.set(words.indexOf("--port") + 1, free);
            words.replaceAll(word ->
                    word.replace(ConnectorCommand.CODE, challenge.path("code").asString("")));

            Smsc.Outcome outcome = Smsc.run(words);

            assertThat(outcome.code()).as(outcome.said()).isZero();
            acme.awaitStatus(challenge, "confirmed");
        }
    }
}
