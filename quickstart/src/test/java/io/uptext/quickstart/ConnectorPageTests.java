/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every provider has a page, and every page has what a newcomer copies from it. */
class ConnectorPageTests {

    static List<ConnectorPage> pages() {
        return ConnectorPage.all();
    }

    @Test
    void there_is_a_page_for_every_provider_and_no_other() {
        assertThat(pages().stream().map(ConnectorPage::name))
                .containsExactlyInAnyOrderElementsOf(SimulatedProviders.all().stream()
                        .map(SimulatedProvider::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_stands_in_the_index(ConnectorPage page) {
        assertThat(ConnectorPage.index().lines())
                .anyMatch(line -> line.startsWith("| [`%1$s`](%1$s.md) |".formatted(page.name())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_configures_connectors_of_its_provider(ConnectorPage page) {
        assertThat(page.connectors()).isNotEmpty().containsKey("my-" + page.name());
        assertThat(page.connectors().values()).allMatch(page.name()::equals);
        assertThat(page.text()).contains("```sh\n./uptext quickstart --config " + page.name() + ".yaml\n```");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_has_a_command_for_every_connector_that_it_configures(ConnectorPage page) {
        assertThat(page.commands().stream().map(ConnectorCommand::connector).distinct())
                .containsExactlyInAnyOrderElementsOf(page.connectors().keySet());
        assertThat(page.commands()).allSatisfy(command -> {
            assertThat(command.provider()).isEqualTo(page.name());
            assertThat(command.value("--text")).isEqualTo("ACME LOGIN " + ConnectorCommand.CODE);
        });
    }
}
