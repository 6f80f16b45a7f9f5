/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a text with a code the join must know; not what the text says.
 *
 * @param messageId the message, the same on each delivery
 * @param connector the door
 * @param routeTrust how hard senders are to forge behind that door
 * @param sender who sent it, as the carrier says
 * @param destination what was texted
 * @param receivedAt when our door took it: the only time that decides
 * @param network where it came from, if the provider says
 * @param standing what is held against its sender or destination
 * @param readAt when the verifier read it; it decides nothing
 */
public record Evidence(
        MessageId messageId,
        ConnectorId connector,
        RouteTrust routeTrust,
        Msisdn sender,
        Destination destination,
        Instant receivedAt,
        @Nullable SenderNetwork network,
        Standing standing,
        Instant readAt) {

    /** What {@code sms} is evidence of. Nothing is read before it is received, whatever the clocks of two machines say. */
    public static Evidence of(InboundSmsReceived sms, Standing standing, Instant readAt) {
        return new Evidence(
                sms.messageId(),
                sms.connector(),
                sms.routeTrust(),
                sms.sender(),
                sms.destination(),
                sms.receivedAt(),
                sms.network(),
                standing,
                readAt.isBefore(sms.receivedAt()) ? sms.receivedAt() : readAt);
    }
}
