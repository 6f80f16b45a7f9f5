/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.notifier.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionsTests {

    private static final int LONGEST = 4;
    private static final Duration MEMORY = Duration.ofMinutes(20);
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final ChallengeId ONE = ChallengeId.random(new Random(1));
    private static final ChallengeId OTHER = ChallengeId.random(new Random(2));

    private final Decisions decisions = new Decisions(MEMORY);

    /** Every sequence of up to four outcomes of two challenges, beside the rule in its plainest form: 11,110 of them. */
    @Test
    void in_every_order_of_outcomes_the_first_of_a_challenge_is_told_and_nothing_that_says_otherwise() {
        List<Outcome> choice = Stream.concat(Outcomes.all(ONE, "acme").stream(), Outcomes.all(OTHER, "acme").stream())
                .toList();
        List<List<Outcome>> sequences = List.of(List.of());
        int seen = 0;
        for (int length = 1; length <= LONGEST; length++) {
            sequences = sequences.stream()
                    .flatMap(before -> choice.stream().map(next -> {
                        List<Outcome> longer = new ArrayList<>(before);
                        longer.add(next);
                        return longer;
                    }))
                    .toList();
            sequences.forEach(each -> assertFirstWins(each, new Decisions(MEMORY)::isTold));
            seen += sequences.size();
        }
        assertThat(seen).isEqualTo(10 + 100 + 1000 + 10_000);
    }

    /** Who tells everything, who never tells again, and who lets the last one win: each is caught by some sequence. */
    @Test
    void a_rule_that_is_broken_does_not_pass() {
        List<Outcome> one = Outcomes.all(ONE, "acme");
        List<Outcome> contradiction = List.of(one.get(0), one.get(2));
        List<Outcome> again = List.of(one.get(0), one.get(0));
        Set<ChallengeId> known = new HashSet<>();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertFirstWins(contradiction, (_, _) -> true));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertFirstWins(again, (outcome, _) -> known.add(outcome.challengeId())));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertFirstWins(contradiction, (outcome, _) -> outcome.equals(one.get(2))));
    }

    private static void assertFirstWins(List<Outcome> sequence, BiPredicate<Outcome, Instant> rule) {
        Map<ChallengeId, Outcome> first = new HashMap<>();
        for (Outcome outcome : sequence) {
            Outcome decision = first.computeIfAbsent(outcome.challengeId(), _ -> outcome);
            assertThat(rule.test(outcome, START)).as("%s", sequence).isEqualTo(outcome.equals(decision));
        }
    }

    @Test
    void whoever_reads_again_from_anywhere_tells_the_same() {
        List<Outcome> log = Stream.concat(
                        Outcomes.all(ONE, "acme").reversed().stream(), Outcomes.all(OTHER, "acme").stream())
                .toList();
        List<Outcome> told =
                log.stream().filter(each -> decisions.isTold(each, START)).toList();
        for (int from = 0; from < log.size(); from++) {
            // A poll that failed comes again to who has seen it; a new owner has seen what was before.
            assertThat(told).containsAll(told(log, from, decisions));
            Decisions owner = new Decisions(MEMORY);
            log.subList(0, from).forEach(each -> {
                var _ = owner.isTold(each, START);
            });
            assertThat(told(log, from, owner)).isEqualTo(told(log, from, decisions));
        }
    }

    private static List<Outcome> told(List<Outcome> log, int from, Decisions decisions) {
        return log.subList(from, log.size()).stream()
                .filter(each -> decisions.isTold(each, START))
                .toList();
    }

    @Test
    void what_is_older_than_a_challenge_can_live_is_forgotten_and_nothing_younger() {
        List<Outcome> one = Outcomes.all(ONE, "acme");
        assertThat(decisions.isTold(one.getFirst(), START)).isTrue();
        assertThat(decisions.isTold(Outcomes.all(OTHER, "acme").getFirst(), START.plus(MEMORY)))
                .isTrue();
        assertThat(decisions.isTold(one.getLast(), START.plus(MEMORY))).isFalse();
        assertThat(decisions.size()).isEqualTo(2);

        ChallengeId third = ChallengeId.random(new Random(3));
        assertThat(decisions.isTold(
                        Outcomes.all(third, "acme").getFirst(),
                        START.plus(MEMORY).plusMillis(1)))
                .isTrue();
        assertThat(decisions.size()).isEqualTo(2);
    }

    @Test
    void a_record_from_a_slow_clock_does_not_bring_anything_back() {
        List<Outcome> one = Outcomes.all(ONE, "acme");
        assertThat(decisions.isTold(one.getFirst(), START)).isTrue();
        assertThat(decisions.isTold(Outcomes.all(OTHER, "acme").getFirst(), START.minus(MEMORY)))
                .isTrue();
        assertThat(decisions.isTold(one.getLast(), START)).isFalse();
    }
}
