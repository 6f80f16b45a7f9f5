/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.testkit.backend.KafkaBroker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Phones that guess, and destinations at which many do. */
class LockTests {

    private final World world = World.shared();
    private final Msisdn phone = world.phone();

    @Test
    void five_misses_lock_a_phone_for_an_hour_whatever_is_created_restarted_or_forgotten_meanwhile() throws Exception {
        try (var _ = RunningVerifier.start(world)) {
            miss(phone, 5);
            assertLocked();
        }
        world.flushRedis();
        try (var _ = RunningVerifier.start(world)) {
            assertLocked();
            try (var _ = RunningVerifier.start(world)) {
                await().atMost(World.LIMIT).until(() -> world.log().owners() == 2);
                Set<Integer> partitions = new HashSet<>();
                while (partitions.size() < KafkaBroker.PARTITIONS) {
                    partitions.add(assertLocked());
                }
            }
            world.clock().advance(Duration.ofMinutes(61));
            assertConfirmed(RouteTrust.T2);
        }
    }

    @Test
    void four_misses_lock_nobody_nor_do_five_in_more_than_ten_minutes() {
        try (var _ = RunningVerifier.start(world)) {
            miss(phone, 4);
            assertConfirmed(RouteTrust.T2);
            world.clock().advance(Duration.ofMinutes(11));
            miss(phone, 1);
            assertConfirmed(RouteTrust.T2);
        }
    }

    @Test
    void nobody_is_locked_out_by_texts_that_somebody_else_can_forge() {
        try (var _ = RunningVerifier.start(world)) {
            Asked bait = world.asking()
                    .bound(world.phone())
                    .at(world.destination())
                    .by(RouteTrust.T0)
                    .sent();
            for (int i = 0; i < 50; i++) {
                var _ = world.texting(phone).answering(bait).by(RouteTrust.T0).sent();
                var _ = world.texting(phone).answering(bait).by(RouteTrust.T1).sent();
            }
            world.log().awaitMisses(world.key(phone), 100);

            assertConfirmed(RouteTrust.T3);
        }
    }

    @Test
    void where_many_guess_only_bound_challenges_are_confirmed_until_it_is_quiet_again() {
        Destination busy = world.destination();
        try (var _ = RunningVerifier.start(world, "--uptext.verifier.misses.of-destination=20")) {
            Asked bait = world.asking()
                    .bound(world.phone())
                    .at(busy)
                    .by(RouteTrust.T0)
                    .sent();
            Msisdn forged = world.phone();
            for (int i = 0; i < 20; i++) {
                var _ = world.texting(forged).answering(bait).by(RouteTrust.T1).sent();
            }
            world.log().awaitMisses(world.key(forged), 20);

            Asked open = world.asking().at(busy).sent();
            InboundSmsReceived guarded = world.texting(phone).answering(open).sent();
            assertThat(world.log().flawOf(open, guarded)).isEqualTo(AttemptFlaw.DESTINATION_GUARDED);
            assertConfirmed(world.asking().bound(phone).at(busy), RouteTrust.T2);
            assertConfirmed(world.asking().at(world.destination()), RouteTrust.T2);

            world.clock().advance(Duration.ofMinutes(11));
            assertConfirmed(world.asking().at(busy), RouteTrust.T2);
        }
    }

    /** Half of them with codes of somebody else's challenge, half with codes of nobody's. */
    private void miss(Msisdn guessing, int times) {
        for (int i = 0; i < times; i++) {
            if (i % 2 == 0) {
                Asked bait = world.asking().bound(world.phone()).sent();
                var _ = world.texting(guessing).answering(bait).sent();
            } else {
                var _ = world.texting(guessing).sent();
            }
        }
        world.awaitRead();
        world.clock().advance(Duration.ofSeconds(30));
        world.log().awaitMisses(world.key(guessing), times);
    }

    /** A new challenge, and the right text. Returns the partition. */
    private int assertLocked() {
        Asked asked = world.asking().bound(phone).sent();
        world.awaitRead();
        InboundSmsReceived right = world.texting(phone).answering(asked).sent();
        assertThat(world.log().flawOf(asked, right)).isEqualTo(AttemptFlaw.SENDER_LOCKED);
        return asked.partition();
    }

    private void assertConfirmed(RouteTrust route) {
        assertConfirmed(world.asking().bound(phone).by(route), route);
    }

    private void assertConfirmed(Asking asking, RouteTrust route) {
        Asked asked = asking.sent();
        InboundSmsReceived right =
                world.texting(phone).answering(asked).by(route).sent();
        assertThat(world.log().endOf(asked))
                .isInstanceOfSatisfying(
                        AuthConfirmed.class, end -> assertThat(end.messageId()).isEqualTo(right.messageId()));
    }
}
