/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.Load;
import io.uptext.chaos.promise.Asked;
import io.uptext.chaos.promise.Evidence;
import io.uptext.chaos.promise.Told;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The figures of a run, which are no promises. */
record Report(Evidence evidence, Load load, Harm harm) {

    List<String> lines() {
        Map<ChallengeStatus, Integer> ended = new EnumMap<>(ChallengeStatus.class);
        Map<ChallengeId, Told> decisions = evidence.decisions();
        for (Told decision : decisions.values()) {
            if (decision.event() instanceof Outcome outcome) {
                ended.merge(ChallengeStatus.of(outcome), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("  created %,d = confirmed %,d + denied %,d + expired %,d + cancelled %,d%s"
                .formatted(
                        evidence.asked().size(),
                        ended.getOrDefault(ChallengeStatus.CONFIRMED, 0),
                        ended.getOrDefault(ChallengeStatus.DENIED, 0),
                        ended.getOrDefault(ChallengeStatus.EXPIRED, 0),
                        ended.getOrDefault(ChallengeStatus.CANCELLED, 0),
                        without(decisions)));
        lines.add("  and %,d texts with nobody's code; %,d writes of the load that Kafka did not acknowledge at once"
                .formatted(load.nobodys(), load.failures()));
        lines.add(repetitions());
        lines.add(recovery(decisions));
        lines.add("  longest wait from durable to confirmed %s, longest silence of the outcomes %s"
                .formatted(seconds(longestWait(decisions)), seconds(longestSilence())));
        return lines;
    }

    private String without(Map<ChallengeId, Told> decisions) {
        Map<String, Integer> open = new TreeMap<>();
        evidence.asked().stream()
                .filter(asked -> !decisions.containsKey(asked.challengeId()))
                .forEach(asked -> open.merge(asked.fate(), 1, Integer::sum));
        int all = open.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? "" : " + %,d without an outcome %s".formatted(all, open);
    }

    private String repetitions() {
        int same = 0;
        int other = 0;
        for (List<Told> all : evidence.outcomes().values()) {
            String first = all.getFirst().event().eventId();
            for (Told later : all.subList(1, all.size())) {
                if (later.event().eventId().equals(first)) {
                    same++;
                } else {
                    other++;
                }
            }
        }
        return "  told again identically %,d, later outcomes without effect %,d, %,d records in all"
                .formatted(same, other, evidence.told().size());
    }

    /** How long after the fault those were confirmed that had been created before it. */
    private String recovery(Map<ChallengeId, Told> decisions) {
        List<Duration> after = evidence.asked().stream()
                .filter(asked -> asked.createdAt().isBefore(harm.at()))
                .map(asked -> decisions.get(asked.challengeId()))
                .filter(Objects::nonNull)
                .filter(told ->
                        told.event() instanceof AuthConfirmed && told.at().isAfter(harm.at()))
                .map(told -> Duration.between(harm.at(), told.at()))
                .sorted()
                .toList();
        return after.isEmpty()
                ? "  after %s: no challenge from before was confirmed".formatted(harm.what())
                : "  after %s: %,d challenges from before were confirmed, the first after %s, the last after %s"
                        .formatted(harm.what(), after.size(), seconds(after.getFirst()), seconds(after.getLast()));
    }

    private Duration longestWait(Map<ChallengeId, Told> decisions) {
        Duration longest = Duration.ZERO;
        for (Asked asked : evidence.asked()) {
            Told decision = decisions.get(asked.challengeId());
            Instant answerable = asked.answerableAt();
            if (decision != null && answerable != null && decision.event() instanceof AuthConfirmed) {
                longest = longer(longest, Duration.between(answerable, decision.at()));
            }
        }
        return longest;
    }

    private Duration longestSilence() {
        List<Instant> times = evidence.told().stream().map(Told::at).sorted().toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            longest = longer(longest, Duration.between(times.get(i - 1), times.get(i)));
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
