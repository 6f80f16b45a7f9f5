/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.platform.phone.PhoneNumbers;
import java.time.Instant;
import java.util.Optional;

/** Reads a provider's spelling into our words. Route trust comes from the connector, whatever the message says. */
public final class Reception {

    private final Pepper pepper;

    /** Derives keys under {@code pepper}. */
    public Reception(Pepper pepper) {
        this.pepper = pepper;
    }

    /**
     * Receives one message.
     *
     * @param receivedAt when it came, to the millisecond: finer times would not survive the event's JSON
     */
    public Receipt receive(DoorMessage message, Connector connector, Instant receivedAt) {
        Optional<Msisdn> sender = PhoneNumbers.parse(message.from());
        if (sender.isEmpty()) {
            return new Receipt.ImpossibleNumber();
        }
        Optional<Destination> destination = destinationOf(message).filter(connector.destinations()::contains);
        if (destination.isEmpty()) {
            return new Receipt.UnknownDestination();
        }
        Optional<ChallengeCode> code = ChallengeCode.parse(message.text());
        CodeKey key = code.map(found -> pepper.codeKey(destination.get(), found))
                .orElseGet(() -> pepper.senderKey(sender.get()));
        InboundSmsReceived event = new InboundSmsReceived(
                MessageId.of(connector.id(), message.providerMessageId()),
                connector.id(),
                connector.routeTrust(),
                sender.get(),
                destination.get(),
                code.orElse(null),
                message.text(),
                receivedAt);
        return new Receipt.Accepted(event, key);
    }

    private static Optional<Destination> destinationOf(DoorMessage message) {
        try {
            return Optional.of(Destination.parse(message.to()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
