/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.Case;
import io.uptext.verifier.join.JoinRule;
import io.uptext.verifier.join.JoinState;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotCodecTests {

    private final Random random = new Random(3);
    private final Case asked = Case.bound(random);
    private final Case open = Case.open(random);

    @Test
    void every_state_is_read_as_it_was_written() {
        comesBack(after(asked.created()));
        comesBack(after(open.created()));
        comesBack(after(Case.message(asked.right()), Case.message(asked.stale())));
        comesBack(after(asked.created(), Case.message(asked.right())));
        comesBack(after(asked.cancelled()));
        comesBack(after(asked.created(), asked.deadline(Duration.ofSeconds(1))));
    }

    @Test
    void nothing_is_read_as_vacant() {
        assertThat(SlotCodec.read(null)).isEqualTo(new JoinState.Vacant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{",
                "{\"outcomeType\":\"io.uptext.auth.unheard-of.v9\",\"outcome\":{}}",
                "{\"outcomeType\":\"io.uptext.auth.expired.v1\"}",
                "{\"outcomeType\":\"io.uptext.challenge.created.v1\",\"outcome\":{}}",
                "{\"outcomeType\":\"io.uptext.auth.confirmed.v1\",\"outcome\":{\"msisdn\":\"070-1234567\"}}"
            })
    void a_slot_that_cannot_be_read_fails_closed_and_is_not_quoted(String slot) {
        assertThatThrownBy(() -> SlotCodec.read(slot))
                .isInstanceOf(RuntimeException.class)
                .hasNoCause()
                .hasMessageNotContaining("1234567");
    }

    private static void comesBack(JoinState state) {
        assertThat(SlotCodec.read(SlotCodec.write(state))).isEqualTo(state);
    }

    private static JoinState after(Arrival... arrivals) {
        JoinState state = new JoinState.Vacant();
        for (Arrival arrival : arrivals) {
            state = JoinRule.apply(state, arrival).next();
        }
        return state;
    }
}
