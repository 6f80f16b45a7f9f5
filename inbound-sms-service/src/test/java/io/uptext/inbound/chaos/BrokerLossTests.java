/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to the broker, nothing is acknowledged that is not in Kafka (I1), on any door. */
class BrokerLossTests {

    /** More make it longer: {@code -Duptext.chaos.kills=20}. */
    private static final int KILLS = Integer.getInteger("uptext.chaos.kills", 2);

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());

    @Test
    void nothingAcknowledgedIsLostWhenTheBrokerIsKilledUnderLoad() throws Exception {
        BrokerLoss loss = BrokerLoss.of(KILLS, seed);

        assertThat(DurableBeforeAcknowledged.breaches(loss.ledger(), loss.records()))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(loss.ledger().entries()).as("seed %d", seed).allMatch(Ledger.Entry::isAcknowledged);
        assertThat(loss.ledger().entries())
                .as("outages were felt, seed %d", seed)
                .anyMatch(entry -> entry.answers().contains(503));
        assertThat(loss.ledger().acknowledged())
                .containsOnlyKeys(SimulatedProviders.all().stream()
                        .map(SimulatedProvider::name)
                        .toList());
    }
}
