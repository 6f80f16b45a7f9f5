/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.platform.http.OneHost;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * {@code /v1/watch}: server-sent events, or a long poll, for the holder of a wait token and for nobody else.
 *
 * <p>It is a route of the server itself, beside that to the web framework: a browser that waits is to cost no more than its
 * connection (docs/adr/0034).
 */
final class WatchRoute implements NettyRouteProvider {

    static final String PATH = "/v1/watch";

    private static final String ALLOWED = "GET, HEAD";

    private final RecentChallenges challenges;
    private final Openings openings;
    private final Door door;

    WatchRoute(RecentChallenges challenges, Openings openings, Door door) {
        this.challenges = challenges;
        this.openings = openings;
        this.door = door;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> PATH.equals(request.fullPath()), this::handle);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        Cors cors = Cors.of(request, door.origins());
        if (Cors.isPreflight(request)) {
            return Answers.preflight(response, cors);
        }
        if (cors instanceof Cors.Refused) {
            return Answers.refused(response, cors);
        }
        return Mono.defer(() -> watch(request, response, cors))
                // Once an answer has begun there is no other one.
                .onErrorResume(
                        _ -> !response.hasSentHeaders(), failure -> openings.refuse(request, response, cors, failure));
    }

    private Mono<Void> watch(HttpServerRequest request, HttpServerResponse response, Cors cors) {
        check(request);
        Visit visit = new Visit(request, response, cors, door.admission().admit(request));
        return Mono.fromCompletionStage(() -> door.credential().shownBy(request))
                .flatMap(token -> openings.open(visit, token))
                .doFinally(_ -> visit.leave());
    }

    /** What is wrong with a request whoever sends it. */
    private void check(HttpServerRequest request) {
        HttpHeaders headers = request.requestHeaders();
        if (OneHost.isViolated(headers.getAll(HttpHeaderNames.HOST))) {
            throw OneHost.problem();
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            throw Problem.METHOD_NOT_ALLOWED
                    .because("This address does not take that method.")
                    .with(Map.of("Allow", ALLOWED));
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || !"0".equals(headers.get(HttpHeaderNames.CONTENT_LENGTH, "0"))) {
            // Nobody reads it.
            throw Problem.MALFORMED.because("Who watches sends no body.").with(Map.of("Connection", "close"));
        }
        if (openings.isClosed()) {
            throw stopping();
        }
        if (!challenges.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
    }

    private static ProblemException stopping() {
        return Problem.UNAVAILABLE
                .because("This instance stops; another one is there.")
                .with(Map.of("Connection", "close"));
    }
}
