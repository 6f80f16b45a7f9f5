/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever was down for a while, the target itself included: each decision is taken by the target of its relying party. */
public final class EveryOutcomeIsDelivered implements Promise {

    @Override
    public String sentence() {
        return "Every outcome is delivered to its relying party's webhook at least once";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Deliveries deliveries = evidence.deliveries();
        Set<ChallengeId> taken = new HashSet<>();
        for (Received each : deliveries.received()) {
            if (each.isTaken() && each.challengeId() != null) {
                taken.add(each.challengeId());
            }
        }
        List<String> broken = new ArrayList<>();
        evidence.decisions().forEach((challenge, decision) -> {
            if (deliveries.targets().contains(decision.event().relyingParty()) && !taken.contains(challenge)) {
                broken.add("%s of %s is %s (%s of %s), and its webhook has never taken it"
                        .formatted(
                                challenge,
                                decision.event().relyingParty().value(),
                                Evidence.status(decision).word(),
                                decision.place(),
                                decision.at()));
            }
        });
        return broken;
    }
}
