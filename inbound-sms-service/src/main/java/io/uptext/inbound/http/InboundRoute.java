/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.util.Objects.requireNonNull;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connector;
import io.uptext.platform.http.BodyReader;
import io.uptext.platform.http.OneHost;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemAnswer;
import io.uptext.platform.http.ProblemAnswers;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * The edge of HTTP: which connector, which method, how many bytes, and an answer in time.
 *
 * <p>It is a route of the server itself, beside that to the web framework, which for one address costs more than it does
 * (docs/adr/0019).
 */
public final class InboundRoute implements NettyRouteProvider {

    /** How long a body may take to come; a client that is slower is not a provider. */
    public static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

    /** How long a provider waits for us at most: below the tightest limit of any (Telnyx: 2 s). */
    private static final Duration ANSWER_TIMEOUT = KafkaClients.DELIVERY_TIMEOUT;

    private final Map<String, Connector> connectors;
    private final Deliveries deliveries;
    private final Workers workers;

    /** Takes deliveries to these connectors. */
    public InboundRoute(Collection<Connector> connectors, Deliveries deliveries, Workers workers) {
        this.connectors = connectors.stream()
                .collect(
                        Collectors.toUnmodifiableMap(connector -> connector.id().value(), Function.identity()));
        this.deliveries = deliveries;
        this.workers = workers;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> Address.of(request.uri()) != null, this::handle);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        // As a value also where it fails: a failure that comes when nobody waits any more is nothing to log.
        return Mono.fromFuture(() -> answer(request), true)
                .flatMap(answer -> Exchanges.send(request, response, answer));
    }

    private CompletableFuture<Answer> answer(HttpServerRequest request) {
        try {
            return deliver(request).exceptionally(InboundRoute::toAnswer);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(toAnswer(e));
        }
    }

    private CompletableFuture<Answer> deliver(HttpServerRequest request) {
        if (OneHost.isViolated(request.requestHeaders().getAll(HttpHeaderNames.HOST))) {
            throw OneHost.problem();
        }
        Address address = requireNonNull(Address.of(request.uri()), "the route is for no other requests");
        @Nullable Connector connector = connectors.get(address.connector());
        if (connector == null) {
            throw Problem.NOT_FOUND.because("There is no such connector.");
        }
        if (!connector.door().methods(connector).contains(request.method().name())) {
            return CompletableFuture.completedFuture(notAllowed(connector));
        }
        return deliver(request, address, connector);
    }

    /** Work that has begun goes on after its deadline: what it makes durable is remembered for the provider's next try. */
    private CompletableFuture<Answer> deliver(HttpServerRequest request, Address address, Connector connector) {
        return body(request, connector)
                .thenCompose(body -> Deadlines.within(
                        ANSWER_TIMEOUT,
                        workers.submit(
                                () -> deliveries.take(
                                        Exchanges.rawRequest(
                                                request, address.query(), body, deliveries.now(), connector),
                                        connector),
                                connector.door().mayWait()),
                        InboundRoute::tooLate));
    }

    private static CompletableFuture<byte[]> body(HttpServerRequest request, Connector connector) {
        BodyReader reader = new BodyReader(connector.door().largestBody());
        return Deadlines.within(BODY_TIMEOUT, reader.read(request), InboundRoute::noBody)
                .whenComplete((_, _) -> reader.stop());
    }

    private static Answer notAllowed(Connector connector) {
        Answer problem = toAnswer(Problem.METHOD_NOT_ALLOWED.because("This connector's provider does not deliver so."));
        Map<String, String> headers = new TreeMap<>(problem.headers());
        headers.put("Allow", String.join(", ", new TreeSet<>(connector.door().methods(connector))));
        return new Answer(problem.status(), headers, problem.body());
    }

    private static Answer toAnswer(Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        ProblemAnswer problem = ProblemAnswers.toAnswer(cause == null ? failure : cause);
        return new Answer(problem.status().value(), problem.headers(), problem.body());
    }

    private static ProblemException noBody() {
        return Problem.MALFORMED.because("The body did not come in time.");
    }

    private static ProblemException tooLate() {
        return Problem.UNAVAILABLE.because("The message is not stored in time; deliver it again.");
    }
}
