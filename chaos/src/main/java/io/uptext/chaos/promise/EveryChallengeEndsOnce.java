/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Created = confirmed + denied + expired + cancelled: no challenge is forgotten, and none is made up. */
public final class EveryChallengeEndsOnce implements Promise {

    @Override
    public String sentence() {
        return "Every challenge ends: created = confirmed + denied + expired + cancelled";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        List<String> broken = new ArrayList<>();
        Set<ChallengeId> made = new LinkedHashSet<>(decisions.keySet());
        for (Asked asked : evidence.asked()) {
            if (!made.remove(asked.challengeId())) {
                broken.add(asked + " has no outcome");
            }
        }
        made.forEach(unknown -> broken.add(unknown + " has an outcome and was never asked"));
        return broken;
    }
}
