/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a relying party's own topic is made like. One that exists stays as it is.
 *
 * @param create whether we make those that are missing
 * @param partitions 1 to 1000
 * @param retention how long it keeps what it was told, 1 h to 10 years; so long a listener may be away
 * @param replication 1 or more; absent for what the cluster has as its default
 */
record PartyTopicSettings(
        @DefaultValue("true") boolean create,
        @DefaultValue("3") int partitions,
        @DefaultValue("7d") Duration retention,
        @Nullable Integer replication) {

    private static final int MOST_PARTITIONS = 1000;
    private static final Duration LONGEST = Duration.ofDays(3653);

    PartyTopicSettings {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException("uptext.notifier.party-topics.partitions must be from 1 to 1000");
        }
        if (retention.compareTo(Duration.ofHours(1)) < 0 || retention.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("uptext.notifier.party-topics.retention must be from 1h to 3653d");
        }
        if (replication != null && (replication < 1 || replication > Short.MAX_VALUE)) {
            throw new IllegalArgumentException("uptext.notifier.party-topics.replication must be 1 or more");
        }
    }

    /** As such a topic is made. */
    NewTopic topic(String name) {
        return new NewTopic(
                        name,
                        Optional.of(partitions),
                        Optional.ofNullable(replication).map(Integer::shortValue))
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis()),
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE));
    }
}
