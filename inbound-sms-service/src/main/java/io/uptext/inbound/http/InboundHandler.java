/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connector;
import io.uptext.platform.http.OneHost;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemAnswers;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The edge of HTTP: which connector, which method, how many bytes, and an answer in time.
 *
 * <p>It stands before WebFlux's own dispatching, which for one address costs more than it does (docs/adr/0016).
 */
public final class InboundHandler implements HttpHandler {

    /** How long a body may take to come; a client that is slower is not a provider. */
    static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

    /** How long a provider waits for us at most: below the tightest limit of any (Telnyx: 2 s). */
    private static final Duration ANSWER_TIMEOUT = KafkaClients.DELIVERY_TIMEOUT;

    private static final String CONNECTOR = "connector";

    /** The one address of this service. Which methods it takes is for each connector's provider to say. */
    private static final PathPattern ADDRESS =
            PathPatternParser.defaultInstance.parse("/v1/inbound/{" + CONNECTOR + "}");

    private final Map<String, Connector> connectors;
    private final Deliveries deliveries;
    private final Workers workers;
    private final HttpHandler others;

    /**
     * Takes deliveries to these connectors.
     *
     * @param others has all that is for another address
     */
    public InboundHandler(
            Collection<Connector> connectors, Deliveries deliveries, Workers workers, HttpHandler others) {
        this.connectors = connectors.stream()
                .collect(
                        Collectors.toUnmodifiableMap(connector -> connector.id().value(), Function.identity()));
        this.deliveries = deliveries;
        this.workers = workers;
        this.others = others;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        @Nullable
        PathMatchInfo address = ADDRESS.matchAndExtract(request.getPath().pathWithinApplication());
        if (address == null) {
            return others.handle(request, response);
        }
        @Nullable Connector connector = connectors.get(address.getUriVariables().get(CONNECTOR));
        return Mono.defer(() -> deliver(request, response, connector))
                // To a HEAD nothing is written, so that it has to be ended.
                .onErrorResume(
                        failure -> ProblemAnswers.answer(response, failure).then(Mono.defer(response::setComplete)));
    }

    private Mono<Void> deliver(ServerHttpRequest request, ServerHttpResponse response, @Nullable Connector connector) {
        if (OneHost.isViolated(request)) {
            return Mono.error(OneHost.problem());
        }
        if (connector == null) {
            return Mono.error(Problem.NOT_FOUND.because("There is no such connector."));
        }
        if (!connector.door().methods(connector).contains(request.getMethod().name())) {
            return notAllowed(response, connector);
        }
        // As a value also where it fails: a failure that comes when nobody waits any more is nothing to log.
        return Mono.fromFuture(
                        () -> answer(request, connector)
                                .handle((answer, failure) ->
                                        failure == null ? write(answer, response) : error(failure)),
                        true)
                .flatMap(Function.identity());
    }

    private static Mono<Void> notAllowed(ServerHttpResponse response, Connector connector) {
        response.getHeaders()
                .setAllow(connector.door().methods(connector).stream()
                        .map(HttpMethod::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
        return Mono.error(Problem.METHOD_NOT_ALLOWED.because("This connector's provider does not deliver so."));
    }

    /** Work that has begun goes on after its deadline: what it makes durable is remembered for the provider's next try. */
    private CompletableFuture<Answer> answer(ServerHttpRequest request, Connector connector) {
        return body(request, connector)
                .thenCompose(body ->
                        Deadlines.within(ANSWER_TIMEOUT, deliver(request, body, connector), InboundHandler::tooLate));
    }

    private static CompletableFuture<byte[]> body(ServerHttpRequest request, Connector connector) {
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Disposable reading = RequestBodies.bytes(request, connector.door().largestBody())
                .subscribe(body::complete, body::completeExceptionally);
        return Deadlines.within(BODY_TIMEOUT, body, InboundHandler::noBody).whenComplete((_, _) -> reading.dispose());
    }

    private CompletableFuture<Answer> deliver(ServerHttpRequest request, byte[] body, Connector connector) {
        return workers.submit(
                () -> deliveries.take(RawRequests.of(request, body, deliveries.now()), connector),
                connector.door().mayWait());
    }

    private static ProblemException noBody() {
        return Problem.MALFORMED.because("The body did not come in time.");
    }

    private static ProblemException tooLate() {
        return Problem.UNAVAILABLE.because("The message is not stored in time; deliver it again.");
    }

    private static Mono<Void> error(Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return Mono.error(cause == null ? failure : cause);
    }

    private static Mono<Void> write(Answer answer, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        answer.headers().forEach(response.getHeaders()::set);
        if (answer.body().isEmpty()) {
            return response.setComplete();
        }
        byte[] body = answer.body().getBytes(UTF_8);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
