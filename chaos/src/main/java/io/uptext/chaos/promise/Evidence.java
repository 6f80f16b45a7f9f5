/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.view.ChallengeStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is left of a run for promises to be checked against.
 *
 * @param asked the challenges
 * @param told the outcomes' topic, from its beginning
 * @param readings what each independent reader of the topics takes for the state of the challenges that it knows
 * @param deadLetters how many records were taken for unreadable; the load writes none
 * @param canaries numbers, codes and texts of the load
 * @param logs what the processes have said
 * @param faultAt from when on everything has to come back
 * @param audience who has waited for outcomes, and what they were told
 * @param deliveries which webhooks have come
 */
public record Evidence(
        List<Asked> asked,
        List<Told> told,
        List<Map<ChallengeId, ChallengeStatus>> readings,
        long deadLetters,
        Set<String> canaries,
        List<Path> logs,
        Instant faultAt,
        Audience audience,
        Deliveries deliveries) {

    private static final Comparator<Told> BY_OFFSET =
            Comparator.comparingInt(Told::partition).thenComparingLong(Told::offset);

    public Evidence {
        asked = List.copyOf(asked);
        told = told.stream().sorted(BY_OFFSET).toList();
        readings = List.copyOf(readings);
        canaries = Set.copyOf(canaries);
        logs = List.copyOf(logs);
    }

    /** All outcomes of each challenge that has one, the first of them first: that is the decision. */
    public Map<ChallengeId, List<Told>> outcomes() {
        Map<ChallengeId, List<Told>> outcomes = new LinkedHashMap<>();
        for (Told each : told) {
            if (each.event() instanceof Outcome outcome) {
                outcomes.computeIfAbsent(outcome.challengeId(), _ -> new ArrayList<>())
                        .add(each);
            }
        }
        return outcomes;
    }

    /** The decision on each challenge that has one. */
    public Map<ChallengeId, Told> decisions() {
        Map<ChallengeId, Told> decisions = new LinkedHashMap<>();
        outcomes().forEach((challenge, all) -> decisions.put(challenge, all.getFirst()));
        return decisions;
    }

    static ChallengeStatus status(Told decision) {
        return decision.event() instanceof Outcome outcome ? ChallengeStatus.of(outcome) : ChallengeStatus.PENDING;
    }
}
