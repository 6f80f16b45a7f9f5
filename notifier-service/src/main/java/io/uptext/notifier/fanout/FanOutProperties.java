/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outcomes find their relying parties.
 *
 * @param group the consumer group of all instances, which share the partitions of outcomes
 * @param partyTopics what becomes of topics that are missing
 */
@ConfigurationProperties("uptext.notifier")
record FanOutProperties(
        @DefaultValue("uptext-notifier") String group,
        @DefaultValue PartyTopicSettings partyTopics) {

    FanOutProperties {
        if (group.isBlank()) {
            throw new IllegalArgumentException("uptext.notifier.group must not be empty");
        }
    }
}
