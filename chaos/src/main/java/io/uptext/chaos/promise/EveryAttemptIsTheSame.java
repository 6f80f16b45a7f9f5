/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is told twice can know it: every attempt has the id of the first outcome and the same bytes. So nobody is told a later
 * outcome, and there is nothing that could come in the wrong order.
 */
public final class EveryAttemptIsTheSame implements Promise {

    @Override
    public String sentence() {
        return "A webhook has the first outcome, and the same id and the same bytes on every attempt";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        Map<ChallengeId, String> bodies = new HashMap<>();
        List<String> broken = new ArrayList<>();
        for (Received each : evidence.deliveries().received()) {
            @Nullable ChallengeId challenge = each.challengeId();
            @Nullable Told decision = challenge == null ? null : decisions.get(challenge);
            if (challenge == null || decision == null) {
                broken.add(each + " is about nothing that was decided");
                continue;
            }
            if (!each.id().equals(decision.event().eventId()) || each.status() != Evidence.status(decision)) {
                broken.add("%s says %s, and the first outcome is %s, %s"
                        .formatted(
                                each,
                                each.status(),
                                Evidence.status(decision),
                                decision.event().eventId()));
            }
            if (!bodies.computeIfAbsent(challenge, _ -> each.body()).equals(each.body())) {
                broken.add(each + " has another body than an attempt before");
            }
            if (each.at().isBefore(decision.at())) {
                broken.add(each + " came before the outcome was there, at " + decision.at());
            }
        }
        return broken;
    }
}
