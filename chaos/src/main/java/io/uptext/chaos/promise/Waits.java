/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long those whose targets work have waited for their webhooks, from the outcome's record to its first attempt.
 *
 * @param before of outcomes before anything was done, in order of length
 * @param during of outcomes in outages of another's target, while nothing else was done
 */
public record Waits(List<Duration> before, List<Duration> during) {

    private static final Duration LEAST = Duration.ofMillis(1);

    /** Reads them from a run. */
    public static Waits of(Evidence evidence) {
        Deliveries deliveries = evidence.deliveries();
        List<Fault> others = new ArrayList<>(evidence.audience().faults());
        others.removeAll(deliveries.outages());
        List<Fault> alone = deliveries.outages().stream()
                .filter(outage -> others.stream().noneMatch(other -> overlap(outage, other)))
                .toList();
        @Nullable Instant begin = evidence.audience().faults().stream()
                .map(Fault::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Map<ChallengeId, Instant> first = deliveries.first();
        List<Duration> before = new ArrayList<>();
        List<Duration> during = new ArrayList<>();
        evidence.decisions().forEach((challenge, decision) -> {
            @Nullable Instant told = first.get(challenge);
            if (told == null || deliveries.sick().contains(decision.event().relyingParty())) {
                return;
            }
            Duration wait = Duration.between(decision.at(), told);
            if (begin != null && told.isBefore(begin)) {
                before.add(wait);
            } else if (alone.stream().anyMatch(outage -> isIn(outage, decision.at()))) {
                during.add(wait);
            }
        });
        before.sort(null);
        during.sort(null);
        return new Waits(before, during);
    }

    private static boolean overlap(Fault one, Fault other) {
        return !one.at().isAfter(other.healed()) && !other.at().isAfter(one.healed());
    }

    private static boolean isIn(Fault outage, Instant time) {
        return !time.isBefore(outage.at()) && time.isBefore(outage.healed());
    }

    /** How many times as long the 99th percentile is. */
    public double ratio() {
        return (double) p99(during).toMillis() / p99(before).toMillis();
    }

    /** For people. */
    public String words() {
        return before.isEmpty() || during.isEmpty()
                ? "nobody healthy was told before or during an outage"
                : "webhooks of others: p99 %d ms before (%,d), %d ms during outages (%,d): %.1f times as long"
                        .formatted(
                                p99(before).toMillis(),
                                before.size(),
                                p99(during).toMillis(),
                                during.size(),
                                ratio());
    }

    private static Duration p99(List<Duration> sorted) {
        Duration found = sorted.get(sorted.size() * 99 / 100);
        return found.compareTo(LEAST) < 0 ? LEAST : found;
    }
}
