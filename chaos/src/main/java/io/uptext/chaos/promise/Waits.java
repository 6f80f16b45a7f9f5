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
 * @param before of outcomes before anything was done, in order of length; without the first half, whose processes had just started
 * @param during of outcomes in outages of another's target, while nothing else was done
 */
public record Waits(List<Duration> before, List<Duration> during) {

    /** Shorter waits are as long to a machine that plays a whole run at once. */
    private static final Duration NOISE = Duration.ofMillis(200);

    /** Reads them from a run. */
    public static Waits of(Evidence evidence) {
        Deliveries deliveries = evidence.deliveries();
        List<Fault> others = new ArrayList<>(evidence.audience().faults());
        others.removeAll(deliveries.outages());
        List<Fault> alone = deliveries.outages().stream()
                .filter(outage -> others.stream().noneMatch(other -> overlap(outage, other)))
                .toList();
        @Nullable
        Instant begin = evidence.audience().faults().stream()
                .map(Fault::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Map<ChallengeId, Instant> first = deliveries.first();
        List<Wait> before = new ArrayList<>();
        List<Wait> during = new ArrayList<>();
        evidence.decisions().forEach((challenge, decision) -> {
            @Nullable Instant told = first.get(challenge);
            if (told == null || deliveries.sick().contains(decision.event().relyingParty())) {
                return;
            }
            if (begin != null && told.isBefore(begin)) {
                before.add(new Wait(decision.at(), told));
            } else if (alone.stream().anyMatch(outage -> isIn(outage, decision.at()))) {
                during.add(new Wait(decision.at(), told));
            }
        });
        before.sort(Comparator.comparing(Wait::from));
        return new Waits(lengths(before.subList(before.size() / 2, before.size())), lengths(during));
    }

    private static List<Duration> lengths(List<Wait> waits) {
        return waits.stream().map(Wait::length).sorted().toList();
    }

    private record Wait(Instant from, Instant until) {

        Duration length() {
            return Duration.between(from, until);
        }
    }

    private static boolean overlap(Fault one, Fault other) {
        return !one.at().isAfter(other.healed()) && !other.at().isAfter(one.healed());
    }

    private static boolean isIn(Fault outage, Instant time) {
        return !time.isBefore(outage.at()) && time.isBefore(outage.healed());
    }

    /** Whether the 99th percentile is at most so many times as long, where it is more than noise. */
    boolean areAtMost(double times) {
        long least = Math.max(p99(before).toMillis(), NOISE.toMillis());
        return p99(during).toMillis() <= times * least;
    }

    private double ratio() {
        return (double) p99(during).toMillis() / Math.max(1, p99(before).toMillis());
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
        return sorted.get(sorted.size() * 99 / 100);
    }
}
