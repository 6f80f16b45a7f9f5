/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done to a challenge says how it ends; no fault changes that. */
public final class EndsAsExpected implements Promise {

    @Override
    public String sentence() {
        return "Every challenge ends as what was done to it says";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        List<String> broken = new ArrayList<>();
        for (Asked asked : evidence.asked()) {
            @Nullable Told decision = decisions.get(asked.challengeId());
            if (decision != null && !asked.ends().contains(Evidence.status(decision))) {
                broken.add("%s is %s and not %s (%s of %s; %s)"
                        .formatted(
                                asked,
                                Evidence.status(decision).word(),
                                words(asked),
                                decision.place(),
                                decision.at(),
                                answerable(asked)));
            }
        }
        return broken;
    }

    private static List<String> words(Asked asked) {
        return asked.ends().stream().map(ChallengeStatus::word).sorted().toList();
    }

    private static String answerable(Asked asked) {
        @Nullable Instant at = asked.answerableAt();
        return at == null ? "Kafka had nothing that confirms it" : "Kafka had all that confirms it at " + at;
    }
}
