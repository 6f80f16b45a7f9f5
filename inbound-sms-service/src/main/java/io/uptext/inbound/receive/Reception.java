/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.CarrierKeyword;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.SmsText;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Route;
import io.uptext.platform.phone.PhoneNumbers;
import java.time.Instant;
import java.util.Optional;

/** Reads a provider's spelling into our words. Its trust comes from the route, whatever the message says. */
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
    public Receipt receive(DoorMessage message, Route route, Instant receivedAt) {
        Optional<Msisdn> sender =
                PhoneNumbers.parseSender(message.from(), route.region()).filter(number -> !isOurs(number, route));
        if (sender.isEmpty()) {
            return new Receipt.ImpossibleNumber();
        }
        Optional<Destination> destination = destinationOf(message, route);
        if (destination.isEmpty()) {
            return new Receipt.UnknownDestination();
        }
        SmsText text = SmsText.read(message.text());
        return text.keyword()
                .map(keyword -> keyword(keyword, message, route, sender.get(), destination.get(), receivedAt))
                .orElseGet(() -> text(text.code(), message, route, sender.get(), destination.get(), receivedAt));
    }

    private Receipt keyword(
            CarrierKeyword keyword,
            DoorMessage message,
            Route route,
            Msisdn sender,
            Destination destination,
            Instant receivedAt) {
        CarrierKeywordReceived event = new CarrierKeywordReceived(
                MessageId.of(route.id(), message.providerMessageId()),
                route.id(),
                route.routeTrust(),
                sender,
                destination,
                keyword,
                receivedAt);
        return new Receipt.Accepted(event, pepper.senderKey(sender));
    }

    private Receipt text(
            Optional<ChallengeCode> code,
            DoorMessage message,
            Route route,
            Msisdn sender,
            Destination destination,
            Instant receivedAt) {
        CodeKey key = code.map(found -> pepper.codeKey(destination, found)).orElseGet(() -> pepper.senderKey(sender));
        InboundSmsReceived event = new InboundSmsReceived(
                MessageId.of(route.id(), message.providerMessageId()),
                route.id(),
                route.routeTrust(),
                sender,
                destination,
                code.orElse(null),
                message.text(),
                receivedAt,
                message.network());
        return new Receipt.Accepted(event, key);
    }

    /** A number of ours as the sender is a loop, or somebody who tries whether one confirms. */
    private static boolean isOurs(Msisdn sender, Route route) {
        return route.destinations().stream()
                .anyMatch(destination -> destination.address().equals(sender.e164()));
    }

    private static Optional<Destination> destinationOf(DoorMessage message, Route route) {
        return PhoneNumbers.parseDestination(message.to(), route.region()).filter(route.destinations()::contains);
    }
}
