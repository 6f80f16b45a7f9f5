/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the targets of webhooks have lived through.
 *
 * @param targets who has one
 * @param received in order
 * @param sick whose target did not work at times; absent where there is no target
 * @param outages when it did not
 */
public record Deliveries(
        List<RelyingPartyId> targets, List<Received> received, List<RelyingPartyId> sick, List<Fault> outages) {

    /** Of a run in which nobody is called. */
    public static final Deliveries NONE = new Deliveries(List.of(), List.of(), List.of(), List.of());

    public Deliveries {
        targets = List.copyOf(targets);
        received = received.stream().sorted(Comparator.comparing(Received::at)).toList();
        sick = List.copyOf(sick);
        outages = List.copyOf(outages);
    }

    /** When each challenge was told for the first time to a target, whether it took it or not. */
    public Map<ChallengeId, Instant> first() {
        Map<ChallengeId, Instant> first = new LinkedHashMap<>();
        for (Received each : received) {
            if (each.challengeId() != null) {
                first.putIfAbsent(each.challengeId(), each.at());
            }
        }
        return first;
    }
}
