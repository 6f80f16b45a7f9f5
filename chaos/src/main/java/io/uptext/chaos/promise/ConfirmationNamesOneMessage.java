/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A confirmation names a message that may confirm its challenge and the right number, and no message confirms two. */
public final class ConfirmationNamesOneMessage implements Promise {

    @Override
    public String sentence() {
        return "A confirmation names one message that was sent for it, and a message confirms one challenge";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, Asked> asked =
                evidence.asked().stream().collect(Collectors.toMap(Asked::challengeId, Function.identity()));
        Map<MessageId, ChallengeId> confirming = new HashMap<>();
        List<String> broken = new ArrayList<>();
        for (Told decision : evidence.decisions().values()) {
            if (!(decision.event() instanceof AuthConfirmed confirmed)) {
                continue;
            }
            @Nullable Asked question = asked.get(confirmed.challengeId());
            if (question != null && !question.answers().contains(confirmed.messageId())) {
                broken.add(question + " is confirmed by " + confirmed.messageId() + ", which may not");
            }
            if (question != null && !question.msisdn().equals(confirmed.msisdn())) {
                broken.add(question + " is confirmed for another number");
            }
            @Nullable ChallengeId other = confirming.put(confirmed.messageId(), confirmed.challengeId());
            if (other != null) {
                broken.add(confirmed.messageId() + " confirms " + other + " and " + confirmed.challengeId());
            }
        }
        return broken;
    }
}
