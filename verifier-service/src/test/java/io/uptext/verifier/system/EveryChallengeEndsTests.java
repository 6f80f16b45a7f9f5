/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EveryChallengeEndsTests {

    private static final World WORLD = World.shared();
    private static RunningVerifier verifier;

    private final Msisdn phone = WORLD.phone();
    private final Msisdn other = WORLD.phone();

    @BeforeAll
    static void start() {
        verifier = RunningVerifier.start(WORLD);
    }

    @AfterAll
    static void stop() {
        verifier.close();
    }

    @Test
    void every_challenge_ends_once_and_for_its_reason() {
        ChallengeCode known = ChallengeCode.random(WORLD.random());
        var _ = WORLD.texting(phone).with(known).sent();
        var _ = WORLD.texting(other).with(known).sent();
        WORLD.awaitRead();
        Asked ofTwoPhones = WORLD.asking().with(known).denying().sent();
        Asked confirmed = WORLD.asking().bound(phone).sent();
        Asked wrongPhone = WORLD.asking().bound(phone).denying().sent();
        Asked codeInUse = WORLD.asking().with(confirmed.challenge().code()).sent();
        Asked cancelled = WORLD.asking().bound(phone).sent();
        Asked expired = WORLD.asking().bound(phone).sent();
        WORLD.awaitRead();

        var _ = WORLD.texting(phone).answering(confirmed).sent();
        var _ = WORLD.texting(other).answering(wrongPhone).sent();
        WORLD.cancel(cancelled);
        WORLD.awaitRead();
        WORLD.passTheTime(expired.partition());

        assertThat(WORLD.log().endsOf(confirmed)).singleElement().isInstanceOf(AuthConfirmed.class);
        assertThat(WORLD.log().endsOf(ofTwoPhones))
                .singleElement()
                .satisfies(end -> denied(end, DenialReason.SECOND_PHONE));
        assertThat(WORLD.log().endsOf(wrongPhone))
                .singleElement()
                .satisfies(end -> denied(end, DenialReason.WRONG_PHONE));
        assertThat(WORLD.log().endsOf(codeInUse))
                .singleElement()
                .satisfies(end -> denied(end, DenialReason.CODE_IN_USE));
        assertThat(WORLD.log().endsOf(cancelled)).singleElement().isInstanceOf(AuthCancelled.class);
        assertThat(WORLD.log().endsOf(expired))
                .singleElement()
                .isEqualTo(new AuthExpired(
                        expired.id(),
                        expired.challenge().relyingParty(),
                        expired.challenge().expiresAt()));
    }

    private static void denied(Object end, DenialReason reason) {
        assertThat(end)
                .isInstanceOfSatisfying(
                        AuthDenied.class, denied -> assertThat(denied.reason()).isEqualTo(reason));
    }

    @Test
    void a_text_after_the_end_changes_nothing_even_if_a_slow_door_had_taken_it_in_time() {
        Asked asked = WORLD.asking().bound(phone).sent();
        WORLD.awaitRead();
        WORLD.passTheTime(asked.partition());

        var _ = WORLD.texting(phone).answering(asked).sent();
        var _ = WORLD.texting(phone)
                .answering(asked)
                .receivedAt(asked.challenge().createdAt().plusSeconds(30))
                .sent();
        WORLD.cancel(asked);
        WORLD.awaitRead();

        assertThat(WORLD.log().endsOf(asked)).singleElement().isInstanceOf(AuthExpired.class);
    }

    @Test
    void constant_traffic_does_not_put_an_end_off() throws Exception {
        Asked asked = WORLD.asking().bound(phone).sent();
        WORLD.awaitRead();
        AtomicBoolean ended = new AtomicBoolean();
        Thread traffic = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                WORLD.chatter(asked.partition(), 200);
            }
        });
        try {
            WORLD.clock().advance(World.PAST_THE_DEADLINE);

            assertThat(WORLD.log().endOf(asked)).isInstanceOf(AuthExpired.class);
            assertThat(traffic.isAlive()).isTrue();
        } finally {
            ended.set(true);
            traffic.join();
        }
    }

    @Test
    void where_nothing_comes_an_end_comes_in_time_all_the_same() {
        Asked asked = WORLD.asking().bound(phone).sent();
        WORLD.awaitRead();
        long quietSince = System.nanoTime();
        WORLD.clock().advance(World.PAST_THE_DEADLINE);

        assertThat(WORLD.log().endOf(asked)).isInstanceOf(AuthExpired.class);
        assertThat(Duration.ofNanos(System.nanoTime() - quietSince)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_clock_that_is_set_back_does_not_put_an_end_off() {
        Duration back = Duration.ofHours(1);
        WORLD.clock().advance(back.negated());
        try {
            Asked asked = WORLD.asking().bound(phone).sent();
            WORLD.clock().advance(World.PAST_THE_DEADLINE);

            assertThat(WORLD.log().endOf(asked)).isInstanceOf(AuthExpired.class);
        } finally {
            WORLD.clock().advance(back);
        }
    }

    @Test
    void a_confirmation_has_all_the_evidence() {
        SenderNetwork network = new SenderNetwork(new NetworkCode("24001"), "Telia", LineType.MOBILE);
        Asked asked = WORLD.asking().bound(phone).sent();
        InboundSmsReceived sms = WORLD.texting(phone)
                .answering(asked)
                .by(RouteTrust.T3)
                .from(network)
                .sent();

        assertThat(WORLD.log().endOf(asked)).isInstanceOfSatisfying(AuthConfirmed.class, end -> {
            assertThat(end.relyingParty()).isEqualTo(asked.challenge().relyingParty());
            assertThat(end.msisdn()).isEqualTo(phone);
            assertThat(end.messageId()).isEqualTo(sms.messageId());
            assertThat(end.connector()).isEqualTo(sms.connector());
            assertThat(end.routeTrust()).isEqualTo(RouteTrust.T3);
            assertThat(end.receivedAt()).isEqualTo(sms.receivedAt());
            assertThat(end.network()).isEqualTo(network);
            assertThat(end.decidedAt())
                    .isBetween(sms.receivedAt(), WORLD.clock().instant());
        });
    }

    @Test
    void a_text_is_never_decided_before_it_was_received_however_the_clocks_of_two_machines_differ() {
        Asked asked = WORLD.asking().bound(phone).sent();
        InboundSmsReceived sms = WORLD.texting(phone)
                .answering(asked)
                .receivedAt(asked.challenge().createdAt().plus(Duration.ofMinutes(1)))
                .sent();

        assertThat(WORLD.log().endOf(asked))
                .isInstanceOfSatisfying(
                        AuthConfirmed.class, end -> assertThat(end.decidedAt()).isEqualTo(sms.receivedAt()));
    }

    @Test
    void the_wrong_phone_is_reported_and_the_right_one_still_confirms() {
        Asked asked = WORLD.asking().bound(phone).sent();
        var _ = WORLD.texting(other).answering(asked).sent();
        InboundSmsReceived right = WORLD.texting(phone).answering(asked).sent();

        confirmedBy(asked, right);
        assertThat(WORLD.log().flawsOf(asked)).containsExactly(AttemptFlaw.WRONG_PHONE);
    }

    @Test
    void in_open_mode_the_first_phone_confirms_and_a_second_is_reported() {
        Asked asked = WORLD.asking().sent();
        InboundSmsReceived first = WORLD.texting(other).answering(asked).sent();
        InboundSmsReceived second = WORLD.texting(phone).answering(asked).sent();

        confirmedBy(asked, first);
        assertThat(WORLD.log().flawOf(asked, second)).isEqualTo(AttemptFlaw.SECOND_PHONE);
        assertThat(WORLD.log().endsOf(asked)).hasSize(1);
    }

    @Test
    void a_weaker_route_than_asked_for_does_not_confirm() {
        Asked asked = WORLD.asking().bound(phone).by(RouteTrust.T3).sent();
        for (RouteTrust weaker : List.of(RouteTrust.T0, RouteTrust.T1, RouteTrust.T2)) {
            InboundSmsReceived sms =
                    WORLD.texting(phone).answering(asked).by(weaker).sent();
            assertThat(WORLD.log().flawOf(asked, sms)).isEqualTo(AttemptFlaw.ROUTE_NOT_TRUSTED);
        }

        confirmedBy(
                asked, WORLD.texting(phone).answering(asked).by(RouteTrust.T3).sent());
    }

    @Test
    void a_text_under_the_key_of_another_code_is_poison_and_confirms_neither() {
        Asked asked = WORLD.asking().bound(phone).sent();
        int letters = WORLD.log().letters().size();
        var _ = WORLD.texting(phone)
                .in(asked.partition())
                .sentAs(WORLD.key(
                        asked.challenge().destination(), asked.challenge().code()));
        WORLD.awaitRead();
        WORLD.passTheTime(asked.partition());

        assertThat(WORLD.log().endsOf(asked)).singleElement().isInstanceOf(AuthExpired.class);
        assertThat(WORLD.log().letters()).hasSize(letters + 1).last().isEqualTo("the key is not that of the code");
    }

    private static void confirmedBy(Asked asked, InboundSmsReceived sms) {
        assertThat(WORLD.log().endOf(asked))
                .isInstanceOfSatisfying(
                        AuthConfirmed.class, end -> assertThat(end.messageId()).isEqualTo(sms.messageId()));
    }
}
