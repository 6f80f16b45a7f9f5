/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber's text has come through a door.
 *
 * @param messageId the message, the same on each delivery
 * @param connector the door
 * @param routeTrust how hard senders are to forge behind that door
 * @param sender who sent it, as the carrier says
 * @param destination what was texted
 * @param code the one code in the text; absent where there is none, or several
 * @param text the text as it came
 * @param receivedAt when our door took it: the only time that decides
 * @param network where it came from, if the provider says
 */
public record InboundSmsReceived(
        MessageId messageId,
        ConnectorId connector,
        RouteTrust routeTrust,
        Msisdn sender,
        Destination destination,
        @Nullable ChallengeCode code,
        String text,
        Instant receivedAt,
        @Nullable SenderNetwork network)
        implements InboundEvent {

    @Override
    public String eventId() {
        return messageId.value();
    }

    @Override
    public Instant occurredAt() {
        return receivedAt;
    }

    /** Without the text: it is the subscriber's. */
    @Override
    public String toString() {
        return "InboundSmsReceived[" + messageId + " through " + connector + "]";
    }
}
