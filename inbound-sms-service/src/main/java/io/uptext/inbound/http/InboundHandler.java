/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.inbound.receive.Receipt;
import io.uptext.inbound.receive.Reception;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes one delivery: size, then signature, then form, then numbers; it says yes only once the sink has everything. */
final class InboundHandler {

    private static final Logger log = LoggerFactory.getLogger(InboundHandler.class);

    private final Map<String, Connector> connectors;
    private final Reception reception;
    private final InboundSmsSink sink;
    private final Clock clock;

    InboundHandler(Collection<Connector> connectors, Reception reception, InboundSmsSink sink, Clock clock) {
        this.connectors = connectors.stream()
                .collect(
                        Collectors.toUnmodifiableMap(connector -> connector.id().value(), Function.identity()));
        this.reception = reception;
        this.sink = sink;
        this.clock = clock;
    }

    Mono<ServerResponse> deliver(ServerRequest request) {
        @Nullable Connector connector = connectors.get(request.pathVariable("connector"));
        if (connector == null) {
            return Mono.error(Problem.NOT_FOUND.because("There is no such connector."));
        }
        return RequestBodies.bytes(request)
                .map(body -> receive(request, body, connector))
                .flatMap(accepted -> publish(accepted, connector))
                .then(ServerResponse.noContent().build());
    }

    private List<Receipt.Accepted> receive(ServerRequest request, byte[] body, Connector connector) {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RawRequest raw = new RawRequest(request.headers()::header, request.uri().getRawQuery(), body, receivedAt);
        switch (connector.door().authenticate(raw, connector)) {
            case Authenticity.Genuine _ ->
                ContentTypes.require(request, connector.door().mediaType());
            case Authenticity.Forged(String reason) -> throw Problem.INVALID_SIGNATURE.because(reason);
            case Authenticity.Unreadable(String reason) -> throw Problem.MALFORMED.because(reason);
        }
        return switch (connector.door().read(raw)) {
            case Reading.Messages(List<DoorMessage> messages) ->
                messages.stream()
                        .map(message -> accepted(reception.receive(message, connector, receivedAt)))
                        .toList();
            case Reading.Malformed(String reason) -> throw Problem.MALFORMED.because(reason);
        };
    }

    private static Receipt.Accepted accepted(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted accepted -> accepted;
            case Receipt.ImpossibleNumber _ ->
                throw Problem.IMPOSSIBLE_NUMBER.because("The sender is not an international phone number.");
            case Receipt.UnknownDestination _ ->
                throw Problem.UNKNOWN_DESTINATION.because("This connector does not serve the address that was texted.");
        };
    }

    private Mono<Void> publish(List<Receipt.Accepted> all, Connector connector) {
        return Flux.fromIterable(all)
                .flatMap(accepted -> Mono.fromFuture(() -> sink.accept(accepted.event(), accepted.key()), true))
                .then()
                .onErrorMap(failure -> {
                    // The class only: a message could quote the record.
                    log.warn(
                            "A message through {} is not durable ({}); its provider is asked to deliver it again",
                            connector.id(),
                            failure.getClass().getSimpleName());
                    return Problem.UNAVAILABLE.because("The message is not stored; deliver it again.");
                });
    }
}
