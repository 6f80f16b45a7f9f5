/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ChallengeViewReader;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service takes for the state of challenges that reads the topics by itself. */
public final class Reading {

    private Reading() {}

    /** Reads with the reader that our services have; challenges that are too old for it are left out. */
    public static Map<ChallengeId, ChallengeStatus> take(
            KafkaClients clients, Collection<ChallengeId> challenges, Clock clock) {
        ChallengeView view = new ChallengeView();
        TopicReader reader = ChallengeViewReader.of(clients, view, clock);
        reader.start();
        reader.stop();
        if (!view.isCurrent()) {
            throw new IllegalStateException("a reader of outcomes did not come to their end");
        }
        Map<ChallengeId, ChallengeStatus> reading = new LinkedHashMap<>();
        challenges.forEach(id -> view.find(id).ifPresent(seen -> reading.put(id, seen.status())));
        return reading;
    }
}
