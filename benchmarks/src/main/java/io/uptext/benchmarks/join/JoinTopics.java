/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.uptext.contracts.topic.Topic;
import java.util.List;

/**
 * What a contender reads and writes. Each has topics of its own on the one broker, alike but for their names, so that it
 * sleeps while another has its turn.
 *
 * @param challenges where challenges come from
 * @param texts where texts come from
 * @param outcomes where what comes of them goes to
 */
public record JoinTopics(String challenges, String texts, String outcomes) {

    /** Those that the verifier knows. */
    static final JoinTopics CATALOGUE = new JoinTopics(
            Topic.CHALLENGES.topicName(), Topic.INBOUND_SMS.topicName(), Topic.AUTH_OUTCOMES.topicName());

    static JoinTopics of(String name) {
        return new JoinTopics(
                "bench." + name + ".challenges", "bench." + name + ".texts", "bench." + name + ".outcomes");
    }

    List<String> all() {
        return List.of(challenges, texts, outcomes);
    }
}
