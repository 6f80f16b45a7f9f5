/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Takes a rule through every sequence of arrivals, and fails at the first that breaks a promise. */
final class EverySequence {

    enum Symbol {
        CHALLENGE,
        RIGHT_SMS,
        WRONG_PHONE,
        STALE,
        CANCEL,
        DEADLINE,
        WEAK_ROUTE,
        RIVAL_CHALLENGE
    }

    /** What has been seen, so that a caller can tell a check that held from one that never had anything to check. */
    record Seen(int sequences, int confirmed, int ended) {}

    private final BiFunction<JoinState, Arrival, Step> rule;
    private final Set<Symbol> alphabet;
    private final int longest;
    private final Case asked;
    private final Case rival;
    private int sequences;
    private int confirmed;
    private int ended;

    private EverySequence(
            BiFunction<JoinState, Arrival, Step> rule, Set<Symbol> alphabet, int longest, Case asked, Case rival) {
        this.rule = rule;
        this.alphabet = alphabet;
        this.longest = longest;
        this.asked = asked;
        this.rival = rival;
    }

    /** Checks every sequence of 1 to {@code longest} arrivals; {@code rival} is a challenge that nobody can confirm. */
    static Seen check(
            BiFunction<JoinState, Arrival, Step> rule, Set<Symbol> alphabet, int longest, Case asked, Case rival) {
        EverySequence all = new EverySequence(rule, alphabet, longest, asked, rival);
        all.extend(List.of(), new JoinState.Vacant(), Map.of());
        return new Seen(all.sequences, all.confirmed, all.ended);
    }

    private void extend(List<Symbol> path, JoinState state, Map<ChallengeId, Outcome> told) {
        if (path.size() == longest) {
            return;
        }
        for (Symbol symbol : alphabet) {
            List<Symbol> longer = new ArrayList<>(path);
            longer.add(symbol);
            Step step = rule.apply(state, arrival(symbol, path.size()));
            Map<ChallengeId, Outcome> toldNow = new HashMap<>(told);
            for (OutcomeEvent event : step.verdict()) {
                if (event instanceof Outcome outcome) {
                    onlyOne(longer, outcome, toldNow);
                }
            }
            promptness(longer, toldNow);
            sequences++;
            ended += toldNow.isEmpty() ? 0 : 1;
            confirmed += toldNow.get(asked.id()) instanceof AuthConfirmed ? 1 : 0;
            extend(longer, step.next(), toldNow);
        }
    }

    private Arrival arrival(Symbol symbol, int position) {
        return switch (symbol) {
            case CHALLENGE -> asked.created();
            case RIGHT_SMS -> Case.message(asked.right());
            case WRONG_PHONE -> Case.message(asked.wrongPhone());
            case STALE -> Case.message(asked.stale());
            case CANCEL -> asked.cancelled();
            case DEADLINE -> asked.deadline(Duration.ofSeconds(1 + position));
            case WEAK_ROUTE -> Case.message(asked.weakRoute());
            case RIVAL_CHALLENGE -> rival.created();
        };
    }

    private void onlyOne(List<Symbol> path, Outcome outcome, Map<ChallengeId, Outcome> told) {
        Outcome first = told.putIfAbsent(outcome.challengeId(), outcome);
        require(first == null || first.equals(outcome), "I2: another outcome of the same challenge", path);
        if (first == null && outcome instanceof AuthConfirmed confirmation) {
            rightly(path, confirmation);
        }
    }

    private void rightly(List<Symbol> path, AuthConfirmed confirmation) {
        require(confirmation.msisdn().equals(Case.PHONE), "I4: another phone confirmed", path);
        require(
                confirmation.routeTrust().satisfies(asked.challenge().minimumRouteTrust()),
                "I4: a weaker route confirmed",
                path);
        require(
                asked.challenge().validity().covers(confirmation.receivedAt()),
                "I4: confirmed outside the validity",
                path);
        require(!path.contains(Symbol.CANCEL), "I4: confirmed after a cancellation", path);
        require(confirmation.equals(asked.confirmedBy(asked.right())), "I3: not confirmed by the right SMS", path);
    }

    /** Once the challenge and its SMS have both come, in either order and with nothing that ends it, it is confirmed. */
    private void promptness(List<Symbol> path, Map<ChallengeId, Outcome> told) {
        int both = Math.max(path.indexOf(Symbol.CHALLENGE), path.indexOf(Symbol.RIGHT_SMS));
        if (!path.contains(Symbol.CHALLENGE) || !path.contains(Symbol.RIGHT_SMS)) {
            return;
        }
        List<Symbol> until = path.subList(0, both);
        if (!until.contains(Symbol.CANCEL)
                && !until.contains(Symbol.DEADLINE)
                && !until.contains(Symbol.RIVAL_CHALLENGE)) {
            require(told.get(asked.id()) instanceof AuthConfirmed, "liveness: not confirmed", path);
        }
    }

    private static void require(boolean held, String promise, List<Symbol> path) {
        if (!held) {
            throw new AssertionError(promise + ", after " + path);
        }
    }
}
