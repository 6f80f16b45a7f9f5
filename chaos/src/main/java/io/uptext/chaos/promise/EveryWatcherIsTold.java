/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever waits is told how its challenge has ended: as the first outcome by offset says, and no other. */
public final class EveryWatcherIsTold implements Promise {

    @Override
    public String sentence() {
        return "Every watcher is told the first outcome of its challenge: challenges with a watcher who knows = created";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        Set<ChallengeId> known = new HashSet<>();
        List<String> broken = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            @Nullable Told decision = decisions.get(watched.challengeId());
            @Nullable Heard end = watched.end().orElse(null);
            if (end != null) {
                known.add(watched.challengeId());
            }
            if (decision == null) {
                // Another promise says so of the challenge, and a third one of a page that has heard an end all the
                // same.
                continue;
            }
            if (end == null) {
                broken.add("%s was never told that it is %s (%s of %s): %s"
                        .formatted(
                                watched,
                                Evidence.status(decision).word(),
                                decision.place(),
                                decision.at(),
                                watched.connections()));
            } else if (!Outcomes.isToldBy(decision, end)) {
                broken.add("%s was told %s, and the first outcome is %s (%s)"
                        .formatted(
                                watched, end.words(), Evidence.status(decision).word(), decision.place()));
            }
        }
        evidence.asked().stream()
                .filter(asked -> !known.contains(asked.challengeId()))
                .forEach(asked -> broken.add(asked + " has no watcher who knows how it ended"));
        return broken;
    }
}
