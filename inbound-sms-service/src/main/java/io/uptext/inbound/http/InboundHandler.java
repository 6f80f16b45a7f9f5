/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The edge of HTTP: which connector, which method, how many bytes, and an answer in time. */
final class InboundHandler {

    /** How long a body may take to come; a client that is slower is not a provider. */
    static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

    /** How long a provider waits for us at most: below the tightest limit of any (Telnyx: 2 s). */
    private static final Duration ANSWER_TIMEOUT = KafkaClients.DELIVERY_TIMEOUT;

    private static final Mono<Answer> TOO_LATE =
            Mono.error(() -> Problem.UNAVAILABLE.because("The message is not stored in time; deliver it again."));

    private static final Timeouts TIMEOUTS = new Timeouts();

    private final Map<String, Connector> connectors;
    private final Deliveries deliveries;
    private final Workers workers;

    InboundHandler(Collection<Connector> connectors, Deliveries deliveries, Workers workers) {
        this.connectors = connectors.stream()
                .collect(
                        Collectors.toUnmodifiableMap(connector -> connector.id().value(), Function.identity()));
        this.deliveries = deliveries;
        this.workers = workers;
    }

    Mono<ServerResponse> deliver(ServerRequest request) {
        @Nullable Connector connector = connectors.get(request.pathVariable("connector"));
        if (connector == null) {
            return Mono.error(Problem.NOT_FOUND.because("There is no such connector."));
        }
        if (!connector.door().methods(connector).contains(request.method().name())) {
            return notAllowed(request, connector);
        }
        return RequestBodies.bytes(request, connector.door().largestBody())
                .timeout(BODY_TIMEOUT, TIMEOUTS)
                .onErrorMap(TimeoutException.class, _ -> Problem.MALFORMED.because("The body did not come in time."))
                .flatMap(body -> answer(RawRequests.of(request, body, deliveries.now()), connector))
                .flatMap(InboundHandler::response);
    }

    private static Mono<ServerResponse> notAllowed(ServerRequest request, Connector connector) {
        request.exchange()
                .getResponse()
                .getHeaders()
                .setAllow(connector.door().methods(connector).stream()
                        .map(HttpMethod::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
        return Mono.error(Problem.METHOD_NOT_ALLOWED.because("This connector's provider does not deliver so."));
    }

    /** Work that has begun goes on after a timeout: what it makes durable is remembered for the provider's next try. */
    private Mono<Answer> answer(RawRequest request, Connector connector) {
        // As a value also where it fails: a failure that comes when nobody waits any more is nothing to log.
        return Mono.fromFuture(
                        () -> workers.submit(
                                        () -> deliveries.take(request, connector),
                                        connector.door().mayWait())
                                .handle(InboundHandler::outcome),
                        true)
                .timeout(ANSWER_TIMEOUT, Mono.just(TOO_LATE), TIMEOUTS)
                .flatMap(Function.identity());
    }

    private static Mono<Answer> outcome(@Nullable Answer answer, @Nullable Throwable failure) {
        return failure == null ? Mono.justOrEmpty(answer) : Mono.error(failure);
    }

    private static Mono<ServerResponse> response(Answer answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        answer.headers().forEach(response::header);
        return answer.body().isEmpty() ? response.build() : response.bodyValue(answer.body());
    }
}
