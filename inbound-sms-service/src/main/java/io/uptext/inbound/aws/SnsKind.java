/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What SNS delivers to an address, and which fields of it are signed, in this order. */
enum SnsKind {
    /** A message of the topic. */
    NOTIFICATION("Notification"),
    /** Somebody wants the topic's messages delivered here. */
    SUBSCRIPTION("SubscriptionConfirmation"),
    /** Somebody wants them no more. */
    UNSUBSCRIPTION("UnsubscribeConfirmation");

    private static final String SUBJECT = "Subject";

    private final String type;

    SnsKind(String type) {
        this.type = type;
    }

    static Optional<SnsKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** The names of what is signed (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html). */
    List<String> signedFields() {
        return switch (this) {
            case NOTIFICATION -> List.of("Message", "MessageId", SUBJECT, "Timestamp", "TopicArn", "Type");
            case SUBSCRIPTION, UNSUBSCRIPTION ->
                List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
        };
    }

    /** Whether a field is signed only where it is. */
    boolean mayMiss(String field) {
        return field.equals(SUBJECT);
    }
}
