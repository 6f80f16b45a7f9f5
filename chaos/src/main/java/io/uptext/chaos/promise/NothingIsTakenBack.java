/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * State only moves forward: an instance that has told the end of a challenge to anybody begins every later connection with it,
 * also after it was killed, and no instance is behind for longer than the limit. Until then one may say that a challenge is
 * pending when another knows its end; whoever hears that is told later, on the same connection.
 */
public final class NothingIsTakenBack implements Promise {

    private final Duration limit;

    public NothingIsTakenBack(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String sentence() {
        return "No state goes backward: who connects after the end hears it at once";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<Source, Instant> ends = ends(evidence.audience());
        Map<ChallengeId, Told> decisions = evidence.decisions();
        List<String> broken = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            @Nullable Told decision = decisions.get(watched.challengeId());
            for (Connection each : watched.connections()) {
                @Nullable Instant told = ends.get(new Source(watched.challengeId(), each.instance()));
                boolean hasTold = told != null && each.opened().isAfter(told);
                boolean hasHadTime = decision != null
                        && each.opened().isAfter(evidence.audience().deadline(decision.at(), limit));
                if ((hasTold || hasHadTime)
                        && !each.heard().isEmpty()
                        && !each.heard().getFirst().isEnd()) {
                    broken.add(watched + " heard that it goes on when its end was known there: " + each);
                }
            }
        }
        return broken;
    }

    /** When each instance has told the end of a challenge for the first time. */
    private static Map<Source, Instant> ends(Audience audience) {
        Map<Source, Instant> ends = new HashMap<>();
        for (Watched watched : audience.watched()) {
            for (Connection each : watched.connections()) {
                each.end()
                        .ifPresent(end -> ends.merge(
                                new Source(watched.challengeId(), each.instance()),
                                end.at(),
                                (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return ends;
    }

    private record Source(ChallengeId challengeId, int instance) {}
}
