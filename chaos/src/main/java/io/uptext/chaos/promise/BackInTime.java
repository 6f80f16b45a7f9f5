/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault costs seconds: a challenge is confirmed within the limit after Kafka had all that confirms it, or after the fault
 * where Kafka had it before.
 */
public final class BackInTime implements Promise {

    private static final Set<ChallengeStatus> CONFIRMED = Set.of(ChallengeStatus.CONFIRMED);

    private final Duration limit;

    public BackInTime(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String sentence() {
        return "Sign-ins go on within " + limit.toSeconds() + " s of a fault";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        List<String> broken = new ArrayList<>();
        for (Asked asked : evidence.asked()) {
            @Nullable Told decision = decisions.get(asked.challengeId());
            @Nullable Instant answerable = asked.answerableAt();
            if (answerable == null || !asked.ends().equals(CONFIRMED)) {
                continue;
            }
            if (decision == null) {
                broken.add(asked + " was never ended, and Kafka has all that confirms it");
                continue;
            }
            Instant from = answerable.isBefore(evidence.faultAt()) ? evidence.faultAt() : answerable;
            Duration waited = Duration.between(from, decision.at());
            if (waited.compareTo(limit) > 0) {
                broken.add(asked + " ended only after " + waited.toSeconds() + " s");
            }
        }
        return broken;
    }
}
