/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.Msisdn;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Verifiers that were away for a while, and what they make of what happened meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class AwayTests {

    private static final Pattern FILLED = Pattern.compile("partitions \\[([^]]*)]: they are filled");

    /** More than a verifier reads at once, so that it looks for deadlines in between. */
    private static final int MANY = 5_000;

    private final World world = World.shared();
    private final Msisdn phone = world.phone();

    @Test
    void a_text_that_came_in_time_and_lies_unread_still_confirms() {
        Asked asked;
        try (var _ = RunningVerifier.start(world)) {
            asked = world.asking().bound(phone).sent();
            world.awaitRead();
        }
        world.chatter(asked.partition(), MANY);
        InboundSmsReceived sms = world.texting(phone).answering(asked).sent();
        world.clock().advance(World.PAST_THE_DEADLINE);

        try (var _ = RunningVerifier.start(world)) {
            assertThat(world.log().endOf(asked))
                    .isInstanceOfSatisfying(
                            AuthConfirmed.class,
                            end -> assertThat(end.messageId()).isEqualTo(sms.messageId()));
        }
    }

    @Test
    void an_emptied_redis_is_filled_again_and_nothing_is_said_twice() {
        int before;
        int letters;
        Asked open;
        try (var _ = RunningVerifier.start(world)) {
            world.leaveAllBehind();
            Asked confirmed = world.asking().bound(phone).sent();
            Asked denied = world.asking()
                    .bound(phone)
                    .denying()
                    .in(confirmed.partition())
                    .sent();
            Asked cancelled =
                    world.asking().bound(phone).in(confirmed.partition()).sent();
            open = world.asking().bound(phone).in(confirmed.partition()).sent();
            var _ = world.texting(world.phone()).answering(open).sent();
            var _ = world.texting(phone).answering(confirmed).sent();
            var _ = world.texting(world.phone()).answering(confirmed).sent();
            var _ = world.texting(world.phone()).answering(denied).sent();
            Msisdn guessing = world.phone();
            var _ = world.texting(guessing).in(open.partition()).sent();
            world.cancel(cancelled);
            world.writePoison(Topic.CHALLENGES, open.partition());
            world.writePoison(Topic.INBOUND_SMS, open.partition());
            // What nobody has asked for is known to be a guess after a while.
            world.clock().advance(Duration.ofMinutes(1));
            world.awaitRead();
            world.log().awaitMisses(world.key(guessing), 1);
            before = world.log().size();
            letters = world.log().letters().size();
        }
        world.flushRedis();

        try (var _ = RunningVerifier.start(world)) {
            InboundSmsReceived right = world.texting(phone).answering(open).sent();
            assertThat(world.log().endOf(open))
                    .isInstanceOfSatisfying(
                            AuthConfirmed.class,
                            end -> assertThat(end.messageId()).isEqualTo(right.messageId()));
            world.awaitRead();
            assertThat(world.log().size()).isEqualTo(before + 1);
            assertThat(world.log().letters()).hasSize(letters);
        }
    }

    @Test
    void challenges_end_that_were_open_when_everything_failed_for_longer_than_any_challenge_lasts(
            CapturedOutput output) {
        Asked asked;
        try (var _ = RunningVerifier.start(world)) {
            // A filling that is under way would have gone back already.
            world.leaveAllBehind();
            asked = world.asking().bound(phone).sent();
            world.awaitRead();
        }
        world.flushRedis();
        world.clock().advance(Duration.ofMinutes(25));

        try (var _ = RunningVerifier.start(world)) {
            assertThat(world.log().endOf(asked)).isInstanceOf(AuthExpired.class);
        }
        // What is read again is as old as that, and no reason to begin once more.
        assertThat(FILLED.matcher(output)
                        .results()
                        .flatMap(each -> Stream.of(each.group(1).split(", "))))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
