/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.quickstart.ConnectorCommand.Outcome;
import io.uptext.simulator.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What docs/connectors tells people to configure and to type signs in, and is refused where it is wrong on purpose. */
class ConnectorSignInTests {

    private static final Path FOLDER =
            Path.of("target", "run", "connectors-" + ProcessHandle.current().pid());

    private static Stack stack;

    static Stream<ConnectorCommand> commands() {
        return ConnectorPage.all().stream().flatMap(page -> page.commands().stream());
    }

    @BeforeAll
    static void start() {
        List<Path> config = ConnectorPage.all().stream()
                .flatMap(page -> page.write(FOLDER.resolve("config")).stream())
                .toList();
        stack = Stack.start(FOLDER, Addresses.free(), config, _ -> {});
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_command_of_a_page_signs_in(ConnectorCommand command) {
        RelyingParty acme = new RelyingParty(stack);
        String number = command.value("--from");
        JsonNode challenge = acme.create("{\"msisdn\":\"" + number + "\"}");

        Outcome outcome = command.run(hostAndPort(), challenge.path("code").asString(""));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        JsonNode confirmed = acme.awaitStatus(challenge, "confirmed");
        assertThat(confirmed.path("msisdn").asString("")).isEqualTo(number);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_same_with_any_fault_that_shows_is_refused_and_nothing_is_published(ConnectorCommand command) {
        long before = Records.count(stack);
        long shown = Stream.of(Fault.values())
                .map(fault -> command.run(hostAndPort(), ConnectorCommand.CODE, "--wrong", fault.toString()))
                .filter(outcome -> outcome.code() != 2 || !outcome.said().contains("cannot be told from right"))
                .peek(outcome -> assertThat(outcome.code()).as(outcome.said()).isZero())
                .count();
        assertThat(shown).isPositive();
        assertThat(Records.count(stack)).isEqualTo(before);
    }

    private static String hostAndPort() {
        return "127.0.0.1:" + stack.addresses().inbound();
    }
}
