/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.LineType;
import org.junit.jupiter.api.Test;

/** What a provider says about a network, however much it says. */
class SenderNetworkTests {

    @Test
    void theNameOfACarrierIsCutAt64Characters() {
        assertThat(carrier("a".repeat(64))).isEqualTo("a".repeat(64));
        assertThat(carrier("a".repeat(64) + "b")).isEqualTo("a".repeat(64));
    }

    @Test
    void aNameIsNotCutThroughACharacter() {
        String wave = "\uD83D\uDC4B";

        assertThat(carrier("a".repeat(62) + wave + "b")).isEqualTo("a".repeat(62) + wave);
        assertThat(carrier("a".repeat(63) + wave)).isEqualTo("a".repeat(63));
    }

    @Test
    void nothingKnownIsNoNetwork() {
        assertThat(SenderNetwork.ofNullable(null, null, null)).isNull();
        assertThat(SenderNetwork.ofNullable(null, null, LineType.VOIP))
                .isEqualTo(new SenderNetwork(null, null, LineType.VOIP));
    }

    private static String carrier(String name) {
        return String.valueOf(new SenderNetwork(null, name, null).carrier());
    }
}
