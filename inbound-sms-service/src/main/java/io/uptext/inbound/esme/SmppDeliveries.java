/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.Receipt;
import io.uptext.inbound.smpp.CommandStatus;
import io.uptext.inbound.smpp.MessageReader;
import io.uptext.inbound.smpp.ShortMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages that a carrier delivers. ESME_ROK means that the message is in Kafka, or that nobody will ever miss it (I1);
 * our own trouble is a status upon which the carrier tries again.
 */
final class SmppDeliveries {

    private static final Logger log = LoggerFactory.getLogger(SmppDeliveries.class);

    private final SmppConnector connector;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final MessageReader reader;
    private final Binds.Receiving receiving;
    private final MeterRegistry registry;

    SmppDeliveries(SmppConnector connector, Binds.Receiving receiving, MeterRegistry registry) {
        this.connector = connector;
        this.reader = connector.reader();
        this.receiving = receiving;
        this.registry = registry;
    }

    /**
     * Takes a message; the caller's thread does not wait.
     *
     * @return completes with what the carrier is to be told; it never fails
     */
    CompletableFuture<Answer> take(ShortMessage message) {
        try {
            return read(message).exceptionally(this::failed);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    private CompletableFuture<Answer> read(ShortMessage message) {
        String content = receiving.pepper().contentKey(message.content());
        return switch (reader.read(message, content)) {
            case Reading.Messages(List<DoorMessage> messages, @Nullable String _) -> take(messages, content, message);
            case Reading.Nothing _ ->
                CompletableFuture.completedFuture(new Answer(CommandStatus.ROK, Answer.Fate.IGNORED));
            case Reading.Malformed(String reason) -> setAside(message, reason);
            case Reading.Handshake _, Reading.Subscription _ ->
                throw new IllegalStateException("there is no such thing in SMPP");
        };
    }

    /**
     * A message that comes again is the one that it was: it has the id and the time of its first coming, so that what was
     * texted in time is in time although Kafka was away. That holds for the redelivery window, and for as long as the
     * challenge is not taken for expired meanwhile.
     */
    private CompletableFuture<Answer> take(List<DoorMessage> messages, String content, ShortMessage whole) {
        Instant now = receiving.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return receiving
                .sights()
                .of(connector.id(), content, now, connector.settings().redeliveryWindow())
                .thenCompose(first -> receiving
                        .intake()
                        .take(
                                messages.stream()
                                        .map(each -> each.named(content + "@" + first.toEpochMilli()))
                                        .toList(),
                                connector,
                                first))
                .thenCompose(result -> switch (result) {
                    case Intake.Result.Stored _ ->
                        CompletableFuture.completedFuture(new Answer(CommandStatus.ROK, Answer.Fate.STORED));
                    case Intake.Result.Refused(Receipt.Refused refused) -> setAside(whole, reason(refused));
                    case Intake.Result.NotStored _ -> CompletableFuture.completedFuture(notStored());
                });
    }

    private static String reason(Receipt.Refused refused) {
        return switch (refused) {
            case Receipt.ImpossibleNumber _ -> "the sender is not the phone number of a subscriber";
            case Receipt.UnknownDestination _ -> "the connector does not serve the address that was texted";
        };
    }

    /** The carrier is not told: it would throw the message away, or bring it again for ever. */
    private CompletableFuture<Answer> setAside(ShortMessage message, String reason) {
        return receiving
                .deadLetters()
                .keep(message.pdu(), reason, connector.id())
                .thenApply(_ -> {
                    registry.counter(
                                    "uptext.smpp.dead_letters",
                                    "connector",
                                    connector.id().value(),
                                    "reason",
                                    reason)
                            .increment();
                    if (told.add(reason)) {
                        log.warn(
                                "A message through {} is among the dead letters: {}. More of them are counted only",
                                connector.id(),
                                reason);
                    }
                    return new Answer(CommandStatus.ROK, Answer.Fate.DEAD_LETTER);
                });
    }

    private Answer failed(Throwable failure) {
        // The class only: an exception could quote the message.
        log.debug("A message through {} was not taken ({})", connector.id(), failure.getClass());
        return notStored();
    }

    private Answer notStored() {
        return new Answer(connector.settings().unavailableStatus(), Answer.Fate.NOT_STORED);
    }
}
