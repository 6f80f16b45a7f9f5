/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.view.ChallengeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whatever else is written, the first outcome stands: all outcomes of a challenge are in the one partition of its id, so
 * that there is a first one, and everybody who reads them sees that one.
 */
public final class NoSecondEffectiveOutcome implements Promise {

    @Override
    public String sentence() {
        return "No challenge has a second effective outcome: every reader agrees on the first";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        Map<ChallengeId, List<Told>> outcomes = evidence.outcomes();
        outcomes.forEach((challenge, all) -> {
            if (all.stream().map(Told::partition).distinct().count() > 1) {
                broken.add(challenge + " has outcomes in several partitions: none is the first");
            }
            all.stream()
                    .filter(each -> !each.key().equals(challenge.value()))
                    .forEach(each -> broken.add(
                            challenge + " has an outcome that is not keyed by its id (" + each.place() + ")"));
        });
        for (Map<ChallengeId, ChallengeStatus> reading : evidence.readings()) {
            reading.forEach((challenge, seen) -> {
                List<Told> all = outcomes.getOrDefault(challenge, List.of());
                ChallengeStatus first = all.isEmpty() ? ChallengeStatus.PENDING : Evidence.status(all.getFirst());
                if (seen != first) {
                    broken.add("%s is %s to a reader, and its first outcome %s"
                            .formatted(challenge, seen.word(), first.word()));
                }
            });
        }
        return broken;
    }
}
