/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.CarrierKeyword;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;

/**
 * A subscriber has texted STOP, HELP, START or one of their synonyms. It confirms nothing.
 *
 * @param messageId the message, the same on each delivery
 * @param connector the door
 * @param routeTrust how hard senders are to forge behind that door
 * @param sender who sent it, as the carrier says
 * @param destination what was texted
 * @param keyword what is asked for; the text itself is not kept
 * @param receivedAt when our door took it
 */
public record CarrierKeywordReceived(
        MessageId messageId,
        ConnectorId connector,
        RouteTrust routeTrust,
        Msisdn sender,
        Destination destination,
        CarrierKeyword keyword,
        Instant receivedAt)
        implements InboundEvent {

    @Override
    public String eventId() {
        return messageId.value();
    }

    @Override
    public Instant occurredAt() {
        return receivedAt;
    }
}
