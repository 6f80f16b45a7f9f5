/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.Case;
import io.uptext.verifier.join.Evidence;
import io.uptext.verifier.join.JoinRule;
import io.uptext.verifier.join.JoinState;
import io.uptext.verifier.join.Standing;
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
        comesBack(after(asked.denying().created()));
        comesBack(after(asked.denying().created(), Case.message(asked.wrongPhone())));
    }

    @Test
    void nothing_is_read_as_vacant() {
        assertThat(SlotCodec.read(null)).contains(new JoinState.Vacant());
        assertThat(SlotCodec.read("")).contains(new JoinState.Vacant());
        assertThat(SlotCodec.write(new JoinState.Vacant())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "{}",
                "2m",
                "1z",
                "1m",
                "1mchl_00000000000000000000000000\u001facme\u001f\u001fT2\u001f\u001f1\u001f2",
                "1mchl_00000000000000000000000000\u001facme\u001f\u001fT9\u001f\u001f1\u001f2\u001f",
                "1mchl_00000000000000000000000000\u001facme\u001f070-1234567\u001fT2\u001f\u001f1\u001f2\u001f",
                "1xchl_00000000000000000000000000\u001facme\u001f2026-13-01T00:00:00Z\u001f",
                "1c\u001f",
                "{\"question\":{}}"
            })
    void a_slot_that_cannot_be_read_is_told_from_every_state(String slot) {
        assertThat(SlotCodec.read(slot)).isEmpty();
    }

    @Test
    void what_waits_takes_little_room() {
        assertThat(SlotCodec.write(after(asked.created()))).hasSizeLessThan(100);
    }

    @Test
    void an_operators_name_cannot_break_the_fields() {
        InboundSmsReceived sms = asked.right();
        SenderNetwork network = new SenderNetwork(new NetworkCode("24001"), "Tele\u001fNord", LineType.MOBILE);
        Evidence evidence = new Evidence(
                sms.messageId(),
                sms.connector(),
                sms.routeTrust(),
                sms.sender(),
                sms.destination(),
                sms.receivedAt().plusNanos(1),
                network,
                new Standing(false, true),
                sms.receivedAt());

        JoinState read = SlotCodec.read(SlotCodec.write(after(new Arrival.Message(evidence))))
                .orElseThrow();

        assertThat(read).isInstanceOfSatisfying(JoinState.AwaitingChallenge.class, waiting -> {
            Evidence back = waiting.messages().getFirst();
            assertThat(back.network())
                    .isEqualTo(new SenderNetwork(new NetworkCode("24001"), "Tele Nord", LineType.MOBILE));
            assertThat(back.receivedAt()).isEqualTo(evidence.receivedAt());
            assertThat(back.standing()).isEqualTo(evidence.standing());
        });
    }

    private static void comesBack(JoinState state) {
        assertThat(SlotCodec.read(SlotCodec.write(state))).contains(state);
    }

    private static JoinState after(Arrival... arrivals) {
        JoinState state = new JoinState.Vacant();
        for (Arrival arrival : arrivals) {
            state = JoinRule.apply(state, arrival).next();
        }
        return state;
    }
}
