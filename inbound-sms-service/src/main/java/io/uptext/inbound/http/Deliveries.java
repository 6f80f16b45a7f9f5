/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Fetcher;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SharedSecrets;
import io.uptext.inbound.door.SigningDoor;
import io.uptext.inbound.receive.Joining;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.Receipt;
import io.uptext.inbound.receive.Reception;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one delivery: signature, then form, then numbers; it says yes only once everything is durable. */
public final class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Reception reception;
    private final Joining joining;
    private final DurablePublishing publishing;
    private final NonceMemory nonces;
    private final Fetcher fetcher;
    private final Clock clock;

    /**
     * Takes deliveries.
     *
     * @param fetcher for providers that deliver only once we have fetched what they name
     */
    public Deliveries(
            Reception reception,
            Joining joining,
            DurablePublishing publishing,
            NonceMemory nonces,
            Fetcher fetcher,
            Clock clock) {
        this.reception = reception;
        this.joining = joining;
        this.publishing = publishing;
        this.nonces = nonces;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Our time, as fine as an event can say it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Takes a delivery; the caller's thread waits only where the connector's door does.
     *
     * @return completes with the answer once all is durable, or with a {@link ProblemException}
     * @throws ProblemException if the delivery is refused at first sight
     */
    CompletableFuture<Answer> take(RawRequest request, Connector connector) {
        return prove(request, connector).thenCompose(_ -> read(request, connector));
    }

    private CompletableFuture<Answer> read(RawRequest request, Connector connector) {
        ContentTypes.require(request, connector);
        return switch (connector.door().read(request, connector)) {
            case Reading.Messages(List<DoorMessage> messages, @Nullable String leftOut) -> {
                if (leftOut != null) {
                    tellLeftOut(connector, leftOut);
                }
                yield accepted(messages, request, connector)
                        .thenCompose(accepted -> publishing.publish(accepted, connector))
                        .thenApply(_ -> connector.door().acknowledgement());
            }
            case Reading.Nothing(String reason) -> {
                log.info("{} has delivered what is no text, and was told that it is fine: {}", connector.id(), reason);
                yield CompletableFuture.completedFuture(connector.door().acknowledgement());
            }
            case Reading.Handshake(Answer answer) -> CompletableFuture.completedFuture(answer);
            case Reading.Subscription(URI confirmation) -> {
                confirm(confirmation, connector);
                yield CompletableFuture.completedFuture(connector.door().acknowledgement());
            }
            case Reading.Malformed(String reason) -> throw Problem.MALFORMED.because(reason);
        };
    }

    private CompletableFuture<@Nullable Void> prove(RawRequest request, Connector connector) {
        Authenticity authenticity = connector.credentials().authentication() == Authentication.SIGNATURE
                        && connector.door() instanceof SigningDoor door
                ? door.authenticate(request, connector)
                : SharedSecrets.authenticate(request, connector);
        return switch (authenticity) {
            case Authenticity.Genuine(@Nullable String nonce)
            when nonce == null -> CompletableFuture.completedFuture(null);
            case Authenticity.Genuine(String nonce) -> claim(nonce, request, connector);
            case Authenticity.Forged(String reason) -> throw Problem.INVALID_SIGNATURE.because(reason);
            case Authenticity.Undecided(String reason) -> throw Problem.UNAVAILABLE.because(reason);
        };
    }

    private CompletableFuture<@Nullable Void> claim(String nonce, RawRequest request, Connector connector) {
        return nonces.claim(connector.id(), nonce, request.digest()).thenApply(claim -> switch (claim) {
            case FITS -> null;
            case USED ->
                throw Problem.INVALID_SIGNATURE.because("The nonce of the signature was used for another request.");
            case UNKNOWN ->
                throw Problem.UNAVAILABLE.because("It cannot be told now whether the nonce is new; deliver it again.");
        });
    }

    /**
     * What can be accepted of a request. Where some of its messages can and others cannot, the good ones are not lost for the
     * bad ones, which would come again for ever.
     */
    private CompletableFuture<List<Receipt.Accepted>> accepted(
            List<DoorMessage> messages, RawRequest request, Connector connector) {
        List<Receipt.Accepted> accepted = new ArrayList<>();
        List<CompletableFuture<Optional<DoorMessage>>> wholes = new ArrayList<>();
        @Nullable ProblemException refusal = null;
        for (DoorMessage message : messages) {
            switch (reception.receive(message, connector, request.receivedAt())) {
                case Receipt.Accepted each -> {
                    accepted.add(each);
                    if (message.part() != null) {
                        wholes.add(joining.whole(message, each.event()));
                    }
                }
                case Receipt.ImpossibleNumber _ ->
                    refusal = Problem.IMPOSSIBLE_NUMBER.because("The sender is not the phone number of a subscriber.");
                case Receipt.UnknownDestination _ ->
                    refusal = Problem.UNKNOWN_DESTINATION.because(
                            "This connector does not serve the address that was texted.");
            }
        }
        if (refusal != null) {
            if (accepted.isEmpty()) {
                throw refusal;
            }
            tellLeftOut(connector, refusal.detail());
        }
        if (wholes.isEmpty()) {
            return CompletableFuture.completedFuture(accepted);
        }
        return CompletableFuture.allOf(wholes.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> {
                    for (CompletableFuture<Optional<DoorMessage>> whole : wholes) {
                        whole.join()
                                .map(message -> reception.receive(message, connector, request.receivedAt()))
                                .ifPresent(receipt -> addTo(accepted, receipt));
                    }
                    return accepted;
                });
    }

    private static void tellLeftOut(Connector connector, String reason) {
        log.warn("A delivery through {} has messages that are left out: {}", connector.id(), reason);
    }

    private static void addTo(List<Receipt.Accepted> accepted, Receipt whole) {
        if (whole instanceof Receipt.Accepted each) {
            accepted.add(each);
        }
    }

    private void confirm(URI confirmation, Connector connector) {
        try {
            fetcher.get(confirmation);
            log.info("The subscription of {} is confirmed", connector.id());
        } catch (IOException e) {
            log.warn(
                    "The subscription of {} could not be confirmed ({})",
                    connector.id(),
                    e.getClass().getSimpleName());
            throw Problem.UNAVAILABLE.because("The subscription could not be confirmed; deliver it again.");
        }
    }
}
