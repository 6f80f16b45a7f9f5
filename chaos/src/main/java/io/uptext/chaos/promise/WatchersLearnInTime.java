/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nobody stares at a page for long after the end: a fault costs the limit after it was mended, and not more. */
public final class WatchersLearnInTime implements Promise {

    private final Duration limit;

    public WatchersLearnInTime(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String sentence() {
        return "Watchers learn the outcome within " + limit.toSeconds() + " s, of it or of the end of a fault";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        List<String> broken = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            @Nullable Told decision = decisions.get(watched.challengeId());
            Optional<Heard> end = watched.end();
            if (decision == null || end.isEmpty()) {
                continue;
            }
            Instant from = decision.at().isAfter(watched.since()) ? decision.at() : watched.since();
            if (end.get().at().isAfter(evidence.audience().deadline(from, limit))) {
                broken.add("%s learned it only %d s after it could: %s"
                        .formatted(
                                watched, Duration.between(from, end.get().at()).toSeconds(), watched.connections()));
            }
        }
        return broken;
    }
}
