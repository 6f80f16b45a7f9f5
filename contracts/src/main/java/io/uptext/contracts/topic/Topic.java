/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

/** Every topic of Uptext. One service writes each; a topic's major version is part of its name. */
public enum Topic {
    /** Written by challenge-service, keyed by code key. */
    CHALLENGES("uptext.challenges.v1"),
    /** Written by inbound-sms-service, keyed by code key, with as many partitions as {@link #CHALLENGES}. */
    INBOUND_SMS("uptext.inbound-sms.v1"),
    /** Written by verifier-service, keyed by challenge id. */
    AUTH_OUTCOMES("uptext.auth-outcomes.v1"),
    /** Written by verifier-service and read by all its instances, keyed by the HMAC of the sender. */
    MISSES("uptext.misses.v1"),
    /** Written by challenge-service, keyed by challenge id. */
    REDEMPTIONS("uptext.redemptions.v1"),
    /** Written by notifier-service, keyed by challenge id. */
    WEBHOOK_DELIVERIES("uptext.webhook-deliveries.v1"),
    /** Written by notifier-service and read by all its instances, keyed by relying party and webhook; the last one holds. */
    WEBHOOK_ENDPOINTS("uptext.webhook-endpoints.v1", true);

    private final String topicName;
    private final boolean isCompacted;

    Topic(String topicName) {
        this(topicName, false);
    }

    Topic(String topicName, boolean isCompacted) {
        this.topicName = topicName;
        this.isCompacted = isCompacted;
    }

    /** Its name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Whether the last record of each key is kept for ever ({@code cleanup.policy=compact}), and not all for a while. */
    public boolean isCompacted() {
        return isCompacted;
    }

    /** Where records of this topic go that nobody can read. */
    public String deadLetterTopicName() {
        return topicName + "-dlt";
    }
}
