/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No target hears of another's challenge, not even by a redirect, and no number, code or text. */
public final class WebhooksGoNowhereElse implements Promise {

    @Override
    public String sentence() {
        return "No webhook goes to another relying party or after a redirect, or has a number, a code or a text";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        Canaries canaries = new Canaries(evidence.canaries());
        List<String> broken = new ArrayList<>();
        for (Received each : evidence.deliveries().received()) {
            if (!each.path().equals(Received.PATH)) {
                broken.add(each + " has followed a redirect");
            }
            @Nullable Told decision = each.challengeId() == null ? null : decisions.get(each.challengeId());
            if (decision != null && !decision.event().relyingParty().equals(each.target())) {
                broken.add(each + " is not its own");
            }
            if (canaries.areIn(each.body())) {
                broken.add(each + " has a number, a code or a text");
            }
        }
        return broken;
    }
}
