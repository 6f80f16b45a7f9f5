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
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.Receipt;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one delivery: signature, then form, then numbers; it says yes only once everything is durable. */
public final class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Intake intake;
    private final NonceMemory nonces;
    private final Fetcher fetcher;
    private final Clock clock;

    /**
     * Takes deliveries.
     *
     * @param fetcher for providers that deliver only once we have fetched what they name
     */
    public Deliveries(Intake intake, NonceMemory nonces, Fetcher fetcher, Clock clock) {
        this.intake = intake;
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
                yield intake.take(messages, connector, request.receivedAt())
                        .thenApply(result -> answer(result, connector));
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

    private static Answer answer(Intake.Result result, Connector connector) {
        return switch (result) {
            case Intake.Result.Stored(Receipt.@Nullable Refused leftOut) -> {
                if (leftOut != null) {
                    tellLeftOut(connector, problem(leftOut).detail());
                }
                yield connector.door().acknowledgement();
            }
            case Intake.Result.Refused(Receipt.Refused reason) -> throw problem(reason);
            case Intake.Result.NotStored _ ->
                throw Problem.UNAVAILABLE.because("The message is not stored; deliver it again.");
        };
    }

    private static ProblemException problem(Receipt.Refused refused) {
        return switch (refused) {
            case Receipt.ImpossibleNumber _ ->
                Problem.IMPOSSIBLE_NUMBER.because("The sender is not the phone number of a subscriber.");
            case Receipt.UnknownDestination _ ->
                Problem.UNKNOWN_DESTINATION.because("This connector does not serve the address that was texted.");
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

    private static void tellLeftOut(Connector connector, String reason) {
        log.warn("A delivery through {} has messages that are left out: {}", connector.id(), reason);
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
