/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.door.Part;
import org.junit.jupiter.api.Test;

/** Parts that wait are told from those that are joined. */
class CountedPartsTests {

    private static final CodeKey SENDER = new CodeKey("5e".repeat(32));

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final PartMemory parts = new CountedParts(new InMemory(), registry);

    @Test
    void theLastPartOfAMessageIsJoinedAndTheOthersHaveWaited() throws Exception {
        assertThat(parts.add(SENDER, "a", new Part("cc", 3, 2), "two").get()).isEmpty();
        assertThat(parts.add(SENDER, "a", new Part("cc", 3, 1), "one").get()).isEmpty();
        assertThat(count("waiting")).isEqualTo(2);
        assertThat(count("joined")).isZero();

        assertThat(parts.add(SENDER, "a", new Part("cc", 3, 3), "three").get()).isPresent();

        assertThat(count("waiting")).isEqualTo(2);
        assertThat(count("joined")).isEqualTo(1);
    }

    private double count(String outcome) {
        return registry.get("uptext.inbound.parts")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
