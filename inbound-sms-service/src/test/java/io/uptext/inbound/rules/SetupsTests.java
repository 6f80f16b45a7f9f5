/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No provider is forgotten by the tests that hold all doors to the rules. */
class SetupsTests {

    static Stream<SimulatedProvider> providers() {
        return SimulatedProviders.all().stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyProviderIsSetUpInEveryWayThatItHas(SimulatedProvider provider) {
        List<Proof> provable =
                provider.proofs().stream().filter(proof -> proof != Proof.NONE).toList();

        assertThat(Setups.of(provider).map(setup -> setup.account().proof()).distinct())
                .as(
                        "The provider %s needs a row in Setups: without one nothing holds its door to the rules."
                                + " It names the door, and what the provider signs with.",
                        provider.name())
                .containsExactlyInAnyOrderElementsOf(provable);
    }
}
