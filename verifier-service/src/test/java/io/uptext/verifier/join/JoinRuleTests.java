/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.MissReason;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JoinRuleTests {

    private final Random random = new Random(7);
    private final Case asked = Case.bound(random);

    @Test
    void the_right_text_confirms() {
        assertThat(verdict(asked.created(), Case.message(asked.right())))
                .containsExactly(asked.confirmedBy(asked.right()));
    }

    @Test
    void a_text_that_overtakes_its_challenge_confirms_when_the_challenge_comes() {
        assertThat(verdict(Case.message(asked.right()), asked.created()))
                .containsExactly(asked.confirmedBy(asked.right()));
    }

    @Test
    void a_text_from_the_wrong_phone_does_not_confirm() {
        assertThat(verdict(asked.created(), Case.message(asked.wrongPhone())))
                .containsExactly(rejected(asked.wrongPhone(), AttemptFlaw.WRONG_PHONE));
    }

    @Test
    void the_right_text_confirms_after_one_from_the_wrong_phone() {
        assertThat(verdict(Case.message(asked.wrongPhone()), Case.message(asked.right()), asked.created()))
                .containsExactly(
                        rejected(asked.wrongPhone(), AttemptFlaw.WRONG_PHONE), asked.confirmedBy(asked.right()));
    }

    @Test
    void a_text_on_a_weaker_route_than_asked_for_never_confirms() {
        AuthAttemptRejected flaw = rejected(asked.weakRoute(), AttemptFlaw.ROUTE_NOT_TRUSTED);

        assertThat(verdict(asked.created(), Case.message(asked.weakRoute()))).containsExactly(flaw);
        assertThat(verdict(Case.message(asked.weakRoute()), asked.created())).containsExactly(flaw);
    }

    @Test
    void a_text_on_exactly_the_route_asked_for_confirms() {
        InboundSmsReceived sms =
                asked.sms("just", Case.PHONE, RouteTrust.T1, asked.right().receivedAt());

        assertThat(verdict(asked.created(), Case.message(sms))).containsExactly(asked.confirmedBy(sms));
    }

    @Test
    void in_open_mode_any_phone_confirms_and_is_named() {
        Case open = Case.open(random);

        assertThat(verdict(open.created(), Case.message(open.wrongPhone())))
                .containsExactly(open.confirmedBy(open.wrongPhone()));
    }

    @Test
    void in_open_mode_the_route_and_the_time_still_count() {
        Case open = Case.open(random);

        assertThat(verdict(open.created(), Case.message(open.weakRoute()), Case.message(open.stale())))
                .hasSize(2)
                .allMatch(AuthAttemptRejected.class::isInstance);
    }

    @Test
    void a_text_counts_from_the_clock_tolerance_before_creation_until_expiry_inclusive() {
        InboundSmsReceived earliest = asked.sms("a", Case.PHONE, RouteTrust.T2, Case.CREATED.minusSeconds(1));
        InboundSmsReceived latest = asked.sms("b", Case.PHONE, RouteTrust.T2, asked.expiresAt());
        InboundSmsReceived tooLate =
                asked.sms("c", Case.PHONE, RouteTrust.T2, asked.expiresAt().plusNanos(1));

        assertThat(verdict(asked.created(), Case.message(earliest))).containsExactly(asked.confirmedBy(earliest));
        assertThat(verdict(asked.created(), Case.message(latest))).containsExactly(asked.confirmedBy(latest));
        assertThat(verdict(asked.created(), Case.message(tooLate)))
                .containsExactly(rejected(tooLate, AttemptFlaw.OUTSIDE_VALIDITY));
        assertThat(verdict(asked.created(), Case.message(asked.stale())))
                .containsExactly(rejected(asked.stale(), AttemptFlaw.OUTSIDE_VALIDITY));
    }

    @Test
    void a_second_challenge_with_the_same_code_is_denied_and_the_first_keeps_the_slot() {
        Case second = asked.rival(random, Case.OTHER_PHONE);
        AuthDenied denied = new AuthDenied(
                second.id(),
                second.challenge().relyingParty(),
                DenialReason.CODE_IN_USE,
                second.challenge().createdAt());

        assertThat(verdict(
                        asked.created(),
                        second.created(),
                        second.created(),
                        second.cancelled(),
                        Case.message(asked.right()),
                        second.created()))
                .containsExactly(denied, denied, asked.confirmedBy(asked.right()), denied);
    }

    @Test
    void a_deadline_seen_exactly_at_expiry_does_not_expire() {
        assertThat(verdict(asked.created(), asked.deadline(Duration.ZERO))).isEmpty();
    }

    @Test
    void a_deadline_seen_after_expiry_expires_and_says_so_again_identically() {
        AuthExpired expired = new AuthExpired(asked.id(), asked.challenge().relyingParty(), asked.expiresAt());

        assertThat(verdict(
                        asked.created(),
                        asked.deadline(Duration.ofNanos(1)),
                        asked.deadline(Duration.ofHours(1)),
                        asked.created()))
                .containsExactly(expired, expired, expired);
    }

    @Test
    void a_text_that_comes_after_its_challenge_expired_changes_nothing() {
        assertThat(verdict(asked.created(), asked.deadline(Duration.ofSeconds(1)), Case.message(asked.right())))
                .hasSize(1)
                .first()
                .isInstanceOf(AuthExpired.class);
    }

    @Test
    void an_early_text_waits_until_no_challenge_can_come_that_is_older_and_is_a_miss_then() {
        Arrival last = new Arrival.DeadlinePassed(asked.right().receivedAt().plusSeconds(1));
        Arrival after = new Arrival.DeadlinePassed(asked.right().receivedAt().plusMillis(1001));

        assertThat(verdict(Case.message(asked.right()), last, asked.created()))
                .containsExactly(asked.confirmedBy(asked.right()));
        assertThat(misses(Case.message(asked.right()), last)).isEmpty();
        assertThat(misses(after, Case.message(asked.right()), after, after))
                .containsExactly(new Miss(Case.evidence(asked.right()), MissReason.UNKNOWN_CODE));
        assertThat(verdict(Case.message(asked.right()), after, asked.created())).isEmpty();
    }

    @Test
    void a_text_older_than_its_challenge_was_a_guess() {
        assertThat(misses(asked.created(), Case.message(asked.stale())))
                .containsExactly(new Miss(Case.evidence(asked.stale()), MissReason.UNKNOWN_CODE));
    }

    @Test
    void a_text_from_the_wrong_phone_is_held_against_it_and_others_are_not() {
        assertThat(misses(
                        asked.created(),
                        Case.message(asked.wrongPhone()),
                        Case.message(asked.weakRoute()),
                        Case.message(asked.right()),
                        Case.message(asked.right())))
                .containsExactly(new Miss(Case.evidence(asked.wrongPhone()), MissReason.WRONG_PHONE));
    }

    @Test
    void a_text_that_comes_too_late_from_the_right_phone_is_nobodys_guess() {
        InboundSmsReceived late =
                asked.sms("late", Case.PHONE, RouteTrust.T2, asked.expiresAt().plusSeconds(1));

        assertThat(misses(asked.created(), Case.message(late), asked.deadline(Duration.ofSeconds(2))))
                .isEmpty();
    }

    @Test
    void the_code_of_a_confirmed_challenge_from_a_second_phone_is_suspicious() {
        assertThat(verdict(asked.created(), Case.message(asked.right()), Case.message(asked.wrongPhone())))
                .containsExactly(
                        asked.confirmedBy(asked.right()), rejected(asked.wrongPhone(), AttemptFlaw.SECOND_PHONE));
        assertThat(misses(asked.created(), Case.message(asked.right()), Case.message(asked.wrongPhone())))
                .containsExactly(new Miss(Case.evidence(asked.wrongPhone()), MissReason.WRONG_PHONE));
        assertThat(AttemptFlaw.SECOND_PHONE.isSuspicious()).isTrue();
        assertThat(AttemptFlaw.WRONG_PHONE.isSuspicious()).isTrue();
        assertThat(AttemptFlaw.OUTSIDE_VALIDITY.isSuspicious()).isFalse();
    }

    @Test
    void the_wrong_phone_ends_a_challenge_if_its_relying_party_wants_that_and_says_so_again_identically() {
        Case denying = asked.denying();
        AuthDenied denied = denied(asked.wrongPhone(), DenialReason.WRONG_PHONE);

        assertThat(verdict(
                        denying.created(),
                        Case.message(asked.wrongPhone()),
                        Case.message(asked.right()),
                        Case.message(asked.wrongPhone()),
                        denying.created()))
                .containsExactly(denied, denied, denied);
    }

    @Test
    void a_wrong_phone_on_a_weak_route_or_out_of_time_cannot_end_a_challenge() {
        Case denying = asked.denying();
        InboundSmsReceived spoofed = asked.sms(
                "spoofed", Case.OTHER_PHONE, RouteTrust.T0, asked.right().receivedAt());
        InboundSmsReceived early = asked.sms("early", Case.OTHER_PHONE, RouteTrust.T2, Case.CREATED.minusSeconds(5));

        assertThat(verdict(denying.created(), Case.message(spoofed), Case.message(early)))
                .containsExactly(
                        rejected(spoofed, AttemptFlaw.ROUTE_NOT_TRUSTED),
                        rejected(early, AttemptFlaw.OUTSIDE_VALIDITY));
    }

    @Test
    void in_open_mode_two_phones_that_overtake_the_challenge_end_it_if_its_relying_party_wants_that() {
        Case open = Case.open(random);
        Case denying = open.denying();
        Arrival one = Case.message(open.right());
        Arrival other = Case.message(open.wrongPhone());

        assertThat(verdict(one, other, denying.created()))
                .containsExactly(new AuthDenied(
                        open.id(),
                        open.challenge().relyingParty(),
                        DenialReason.SECOND_PHONE,
                        open.wrongPhone().receivedAt()));
        assertThat(verdict(one, one, denying.created())).containsExactly(open.confirmedBy(open.right()));
        assertThat(verdict(one, other, open.created())).first().isEqualTo(open.confirmedBy(open.right()));
    }

    @Test
    void a_locked_phone_never_confirms_and_is_told_so() {
        Arrival locked = Case.message(asked.right(), new Standing(true, false));

        assertThat(verdict(asked.created(), locked))
                .containsExactly(rejected(asked.right(), AttemptFlaw.SENDER_LOCKED));
        assertThat(verdict(locked, asked.created())).isEmpty();
        assertThat(verdict(Case.message(asked.wrongPhone()), locked, asked.created()))
                .containsExactly(rejected(asked.wrongPhone(), AttemptFlaw.WRONG_PHONE));
        assertThat(misses(asked.created(), Case.message(asked.wrongPhone(), new Standing(true, false))))
                .isEmpty();
    }

    @Test
    void at_a_guarded_destination_only_bound_challenges_are_confirmed() {
        Case open = Case.open(random);
        Standing guarded = new Standing(false, true);

        assertThat(verdict(asked.created(), Case.message(asked.right(), guarded)))
                .containsExactly(asked.confirmedBy(asked.right()));
        assertThat(verdict(open.created(), Case.message(open.right(), guarded)))
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        AuthAttemptRejected.class,
                        attempt -> assertThat(attempt.flaw()).isEqualTo(AttemptFlaw.DESTINATION_GUARDED));
        assertThat(verdict(Case.message(open.right(), guarded), open.created()))
                .hasSize(1)
                .first()
                .isInstanceOf(AuthAttemptRejected.class);
    }

    @Test
    void what_the_log_has_is_the_decision_whatever_the_rule_would_have_said() {
        AuthExpired expired = new AuthExpired(asked.id(), asked.challenge().relyingParty(), asked.expiresAt());
        Arrival recorded = new Arrival.Recorded(expired);

        assertThat(verdict(asked.created(), recorded, Case.message(asked.right())))
                .isEmpty();
        assertThat(verdict(asked.created(), recorded, asked.created())).containsExactly(expired);
        assertThat(verdict(Case.message(asked.right()), asked.created(), recorded, asked.created()))
                .containsExactly(asked.confirmedBy(asked.right()), expired);
        assertThat(verdict(recorded, asked.created(), Case.message(asked.right())))
                .as("of a challenge that is not there")
                .containsExactly(asked.confirmedBy(asked.right()));
    }

    private AuthDenied denied(InboundSmsReceived sms, DenialReason reason) {
        return new AuthDenied(asked.id(), asked.challenge().relyingParty(), reason, sms.receivedAt());
    }

    private static List<Miss> misses(Arrival... arrivals) {
        JoinState state = new JoinState.Vacant();
        List<Miss> misses = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Step step = JoinRule.apply(state, arrival);
            state = step.next();
            misses.addAll(step.misses());
        }
        return misses;
    }

    @Test
    void a_cancelled_challenge_is_never_confirmed_whatever_came_first() {
        AuthCancelled cancelled = new AuthCancelled(
                asked.id(),
                asked.challenge().relyingParty(),
                asked.challenge().createdAt().plusSeconds(20));

        assertThat(verdict(asked.cancelled(), asked.created(), Case.message(asked.right())))
                .containsExactly(cancelled, cancelled);
        assertThat(verdict(asked.created(), asked.cancelled(), Case.message(asked.right())))
                .containsExactly(cancelled);
        assertThat(verdict(Case.message(asked.right()), asked.cancelled(), asked.created()))
                .containsExactly(cancelled, cancelled);
    }

    @Test
    void a_cancellation_after_the_confirmation_changes_nothing() {
        assertThat(verdict(asked.created(), Case.message(asked.right()), asked.cancelled()))
                .containsExactly(asked.confirmedBy(asked.right()));
    }

    @Test
    void each_redelivery_of_what_confirmed_tells_the_identical_outcome() {
        List<OutcomeEvent> told =
                verdict(asked.created(), Case.message(asked.right()), Case.message(asked.right()), asked.created());

        assertThat(told).hasSize(3).containsOnly(asked.confirmedBy(asked.right()));
        assertThat(told.stream().map(OutcomeEvent::eventId).distinct()).hasSize(1);
    }

    @Test
    void another_good_text_after_the_confirmation_is_not_mentioned() {
        InboundSmsReceived second =
                asked.sms("second", Case.PHONE, RouteTrust.T3, asked.right().receivedAt());

        assertThat(verdict(asked.created(), Case.message(asked.right()), Case.message(second)))
                .containsExactly(asked.confirmedBy(asked.right()));
    }

    @Test
    void a_slot_remembers_the_last_four_early_texts() {
        List<Arrival> arrivals = new ArrayList<>();
        arrivals.add(Case.message(asked.right()));
        for (int i = 0; i < 4; i++) {
            arrivals.add(Case.message(asked.sms(
                    "early-" + i, Case.OTHER_PHONE, RouteTrust.T2, asked.right().receivedAt())));
        }
        arrivals.add(asked.created());

        assertThat(verdict(arrivals.toArray(Arrival[]::new)))
                .hasSize(4)
                .allMatch(AuthAttemptRejected.class::isInstance);
    }

    private AuthAttemptRejected rejected(InboundSmsReceived sms, AttemptFlaw flaw) {
        return new AuthAttemptRejected(
                asked.id(), asked.challenge().relyingParty(), sms.messageId(), flaw, sms.receivedAt());
    }

    private static List<OutcomeEvent> verdict(Arrival... arrivals) {
        JoinState state = new JoinState.Vacant();
        List<OutcomeEvent> verdict = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Step step = JoinRule.apply(state, arrival);
            state = step.next();
            verdict.addAll(step.verdict());
        }
        return verdict;
    }
}
