/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.promise.Deliveries;
import io.uptext.chaos.promise.Evidence;
import io.uptext.chaos.promise.Received;
import io.uptext.chaos.promise.Told;
import io.uptext.chaos.promise.Waits;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of webhooks. */
record DeliveryReport(Evidence evidence) {

    List<String> lines() {
        Deliveries deliveries = evidence.deliveries();
        if (deliveries.targets().isEmpty()) {
            return List.of();
        }
        long taken = deliveries.received().stream().filter(Received::isTaken).count();
        Map<ChallengeId, Instant> first = firstTaken();
        return List.of(
                "  webhooks: %,d attempts have come, of which %,d were taken, of %,d challenges; %,d twice or more"
                        .formatted(deliveries.received().size(), taken, first.size(), taken - first.size()),
                "  longest wait from the outcome until its webhook was taken %.1f s".formatted(longest(first)),
                "  " + Waits.of(evidence).words());
    }

    private Map<ChallengeId, Instant> firstTaken() {
        Map<ChallengeId, Instant> first = new HashMap<>();
        for (Received each : evidence.deliveries().received()) {
            if (each.isTaken() && each.challengeId() != null) {
                first.putIfAbsent(each.challengeId(), each.at());
            }
        }
        return first;
    }

    private double longest(Map<ChallengeId, Instant> first) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        long longest = 0;
        for (Map.Entry<ChallengeId, Instant> each : first.entrySet()) {
            @Nullable Told decision = decisions.get(each.getKey());
            if (decision != null) {
                longest = Math.max(
                        longest,
                        Duration.between(decision.at(), each.getValue()).toMillis());
            }
        }
        return longest / 1000.0;
    }
}
