/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.MissReason;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.verifier.join.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MissesTests {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final MissLimits LIMITS = new MissLimits(5, 20, Duration.ofMinutes(10), Duration.ofHours(1));
    private static final Msisdn PHONE = Msisdn.ofE164("+46701234567");
    private static final ConnectorId DOOR = new ConnectorId("door");
    private static final Destination HERE = new Destination("50500");

    private final Pepper pepper = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
    private final Misses misses = new Misses(LIMITS, pepper);
    private int number;

    @Test
    void a_phone_is_locked_by_its_fifth_miss_for_an_hour() {
        for (int i = 0; i < 4; i++) {
            misses.add(miss(PHONE, RouteTrust.T2, at(i)));
        }
        assertThat(standing(PHONE, at(4))).isEqualTo(Standing.GOOD);

        misses.add(miss(PHONE, RouteTrust.T3, at(4)));

        assertThat(standing(PHONE, at(4).plusMillis(1)).senderLocked()).isTrue();
        assertThat(standing(PHONE, at(4).plus(Duration.ofHours(1))).senderLocked())
                .isTrue();
        assertThat(standing(PHONE, at(4).plus(Duration.ofHours(1)).plusMillis(1)))
                .isEqualTo(Standing.GOOD);
        assertThat(standing(Msisdn.ofE164("+46701234568"), at(5))).isEqualTo(Standing.GOOD);
    }

    @Test
    void texts_from_before_the_lock_that_are_read_after_it_are_not_locked() {
        for (int i = 0; i < 5; i++) {
            misses.add(miss(PHONE, RouteTrust.T2, at(i)));
        }

        assertThat(standing(PHONE, at(3)).senderLocked()).isFalse();
    }

    @Test
    void the_order_in_which_misses_are_read_does_not_matter() {
        for (int i = 4; i >= 0; i--) {
            misses.add(miss(PHONE, RouteTrust.T2, at(i)));
        }

        assertThat(standing(PHONE, at(4)).senderLocked()).isFalse();
        assertThat(standing(PHONE, at(5)).senderLocked()).isTrue();
    }

    @Test
    void the_same_miss_again_counts_once() {
        CodeMissed same = miss(PHONE, RouteTrust.T2, at(0));
        for (int i = 0; i < 100; i++) {
            misses.add(same);
        }

        assertThat(standing(PHONE, at(1))).isEqualTo(Standing.GOOD);
    }

    @Test
    void a_miss_that_was_read_is_in_the_log_and_one_that_was_only_counted_here_may_not_be() {
        CodeMissed miss = miss(PHONE, RouteTrust.T2, at(0));
        assertThat(misses.isInLog(miss)).isFalse();
        misses.add(miss);
        assertThat(misses.isInLog(miss)).isFalse();
        misses.addFromLog(miss);
        assertThat(misses.isInLog(miss)).isTrue();
        misses.add(miss);
        assertThat(misses.isInLog(miss)).isTrue();
    }

    @Test
    void a_miss_that_anybody_can_forge_counts_against_the_destination_alone() {
        for (int i = 0; i < 20; i++) {
            misses.add(miss(PHONE, i % 2 == 0 ? RouteTrust.T0 : RouteTrust.T1, at(i)));
        }

        assertThat(standing(PHONE, at(20))).isEqualTo(new Standing(false, true));
    }

    @Test
    void nobody_is_believed_until_all_has_been_counted() {
        assertThat(misses.isCurrent()).isFalse();
        misses.becomeCurrent();
        assertThat(misses.isCurrent()).isTrue();
    }

    @Test
    void what_still_matters_is_not_forgotten_and_the_rest_is() {
        for (int i = 0; i < 20; i++) {
            misses.add(miss(PHONE, RouteTrust.T2, at(i)));
        }
        Instant last = at(4);

        misses.forgetBefore(last.plus(Duration.ofMinutes(9)));
        assertThat(standing(PHONE, last.plus(Duration.ofMinutes(9)))).isEqualTo(new Standing(true, true));
        misses.forgetBefore(last.plus(Duration.ofMinutes(60)));
        assertThat(standing(PHONE, last.plus(Duration.ofMinutes(60)))).isEqualTo(new Standing(true, false));
        misses.forgetBefore(last.plus(Duration.ofMinutes(71)));
        assertThat(standing(PHONE, last.plus(Duration.ofMinutes(1)))).isEqualTo(Standing.GOOD);
    }

    @Test
    void of_very_many_phones_the_latest_are_remembered() {
        for (int i = 0; i < 5; i++) {
            misses.add(miss(PHONE, RouteTrust.T2, at(i)));
        }
        for (int i = 0; i < 200_000; i++) {
            misses.add(miss(Msisdn.ofE164("+4671" + (1_000_000 + i)), RouteTrust.T2, at(5)));
        }
        Msisdn latest = Msisdn.ofE164("+46719999999");
        for (int i = 5; i < 10; i++) {
            misses.add(miss(latest, RouteTrust.T2, at(i)));
        }

        assertThat(standing(PHONE, at(11)).senderLocked()).isFalse();
        assertThat(standing(latest, at(11)).senderLocked()).isTrue();
    }

    @Test
    void limits_are_positive() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new MissLimits(0, 1, hour, hour)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MissLimits(1, 0, hour, hour)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MissLimits(1, 1, Duration.ZERO, hour))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MissLimits(1, 1, hour, hour.negated()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LIMITS.memory()).isEqualTo(Duration.ofMinutes(70));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private CodeMissed miss(Msisdn sender, RouteTrust trust, Instant receivedAt) {
        return new CodeMissed(
                MessageId.of(DOOR, String.valueOf(number++)),
                pepper.senderKey(sender),
                DOOR,
                trust,
                HERE,
                MissReason.UNKNOWN_CODE,
                receivedAt);
    }

    private Standing standing(Msisdn sender, Instant receivedAt) {
        return misses.of(new InboundSmsReceived(
                MessageId.of(DOOR, "now"), DOOR, RouteTrust.T2, sender, HERE, null, "hello", receivedAt, null));
    }
}
