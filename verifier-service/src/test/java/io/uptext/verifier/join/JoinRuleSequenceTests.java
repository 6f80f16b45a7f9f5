/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import static io.uptext.verifier.join.EverySequence.Symbol.RIVAL_CHALLENGE;
import static io.uptext.verifier.join.EverySequence.Symbol.WEAK_ROUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.verifier.join.EverySequence.Seen;
import io.uptext.verifier.join.EverySequence.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Six arrivals in every order and number, and the mutants that show what the check would catch. */
class JoinRuleSequenceTests {

    private static final Set<Symbol> SIX = EnumSet.complementOf(EnumSet.of(WEAK_ROUTE, RIVAL_CHALLENGE));
    private static final Set<Symbol> EIGHT = EnumSet.allOf(Symbol.class);

    private final Random random = new Random(20260301);
    private final Case asked = Case.bound(random);
    private final Case rival = asked.rival(random, Msisdn.ofE164("+46700000000"));

    @Test
    void every_sequence_of_six_arrivals_up_to_length_six_keeps_the_promises() {
        Seen seen = check(JoinRule::apply, SIX, 6);

        assertThat(seen.sequences()).isEqualTo(6 + 36 + 216 + 1296 + 7776 + 46656);
        assertThat(seen.confirmed()).isGreaterThan(1000);
        assertThat(seen.ended()).isGreaterThan(seen.confirmed());
    }

    @Test
    void every_sequence_with_a_weak_route_and_a_rival_challenge_up_to_length_five_keeps_the_promises() {
        Seen seen = check(JoinRule::apply, EIGHT, 5);

        assertThat(seen.sequences()).isEqualTo(8 + 64 + 512 + 4096 + 32768);
        assertThat(seen.confirmed()).isGreaterThan(1000);
    }

    @Test
    void a_rule_that_skips_the_phone_is_caught() {
        caught(asking(each -> copy(each, null, each.minimumRouteTrust(), each.createdAt())), "I4: another phone");
    }

    @Test
    void a_rule_that_ignores_staleness_is_caught() {
        caught(
                asking(each -> copy(
                        each,
                        each.msisdn(),
                        each.minimumRouteTrust(),
                        each.createdAt().minus(Duration.ofHours(1)))),
                "I4: confirmed outside the validity");
    }

    @Test
    void a_rule_that_skips_the_route_is_caught() {
        BiFunction<JoinState, Arrival, Step> mutant =
                asking(each -> copy(each, each.msisdn(), RouteTrust.T0, each.createdAt()));

        assertThatThrownBy(() -> check(mutant, EIGHT, 5))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("I4: a weaker route");
    }

    @Test
    void a_rule_that_ignores_cancellations_is_caught() {
        caught(
                (state, arrival) -> arrival instanceof Arrival.Cancelled
                        ? new Step(state, List.of(), List.of())
                        : JoinRule.apply(state, arrival),
                "I4: confirmed after a cancellation");
    }

    @Test
    void a_rule_that_forgets_what_it_has_decided_is_caught() {
        caught(
                (state, arrival) -> {
                    Step step = JoinRule.apply(state, arrival);
                    return step.next() instanceof JoinState.Decided
                            ? new Step(new JoinState.Vacant(), step.verdict(), step.misses())
                            : step;
                },
                "I2");
    }

    @Test
    void a_rule_that_expires_by_the_time_of_the_sweep_is_caught() {
        caught(
                (state, arrival) -> {
                    Step step = JoinRule.apply(state, arrival);
                    return arrival instanceof Arrival.DeadlinePassed(var watermark)
                            ? new Step(
                                    step.next(),
                                    step.verdict().stream()
                                            .map(event -> expiredAt(event, watermark))
                                            .toList(),
                                    step.misses())
                            : step;
                },
                "I2");
    }

    @Test
    void a_rule_that_names_another_message_is_caught() {
        caught(
                (state, arrival) -> JoinRule.apply(
                        state,
                        arrival instanceof Arrival.Message(var sms) && sms.equals(Case.evidence(asked.right()))
                                ? Case.message(asked.sms("forged", sms.sender(), sms.routeTrust(), sms.receivedAt()))
                                : arrival),
                "I3");
    }

    @Test
    void a_rule_that_drops_early_messages_is_caught() {
        caught(
                (state, arrival) -> state instanceof JoinState.Vacant && arrival instanceof Arrival.Message
                        ? new Step(state, List.of(), List.of())
                        : JoinRule.apply(state, arrival),
                "liveness");
    }

    private Seen check(BiFunction<JoinState, Arrival, Step> rule, Set<Symbol> alphabet, int longest) {
        return EverySequence.check(rule, alphabet, longest, asked, rival);
    }

    private void caught(BiFunction<JoinState, Arrival, Step> mutant, String promise) {
        assertThatThrownBy(() -> check(mutant, SIX, 6))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(promise);
    }

    private static BiFunction<JoinState, Arrival, Step> asking(UnaryOperator<ChallengeCreated> change) {
        return (state, arrival) -> JoinRule.apply(
                state,
                arrival instanceof Arrival.Created(var challenge)
                        ? new Arrival.Created(change.apply(challenge))
                        : arrival);
    }

    private static OutcomeEvent expiredAt(OutcomeEvent event, Instant watermark) {
        return event instanceof AuthExpired expired
                ? new AuthExpired(expired.challengeId(), expired.relyingParty(), watermark)
                : event;
    }

    private static ChallengeCreated copy(
            ChallengeCreated of, @Nullable Msisdn msisdn, RouteTrust minimum, Instant createdAt) {
        return new ChallengeCreated(
                of.challengeId(),
                of.relyingParty(),
                of.destination(),
                of.code(),
                msisdn,
                minimum,
                of.onWrongPhone(),
                createdAt,
                of.expiresAt(),
                of.waitTokenHash(),
                of.codeChallenge(),
                of.nonce(),
                of.requestHash(),
                of.context(),
                of.metadata(),
                of.returnTo());
    }
}
