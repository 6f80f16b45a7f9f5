/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers what comes by a method that its address has no handler for: HEAD as GET without the body (RFC 9110, section 9.3.2),
 * anything else with 405 and the methods that there are.
 *
 * <p>Only the address counts, and nobody is asked who they are before, so that it tells nothing of what is behind one.
 */
public final class OtherMethods implements RouterFunction<ServerResponse> {

    private final Supplier<Stream<RouterFunction<ServerResponse>>> routes;

    /** Stands beside {@code routes}, among which it may be itself. */
    public OtherMethods(Supplier<Stream<RouterFunction<ServerResponse>>> routes) {
        this.routes = routes;
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return has(request, request.method()).flatMap(taken -> taken ? Mono.empty() : other(request));
    }

    private Mono<HandlerFunction<ServerResponse>> other(ServerRequest request) {
        return request.method().equals(HttpMethod.HEAD)
                ? asGet(request).switchIfEmpty(refusal(request))
                : refusal(request);
    }

    private Mono<HandlerFunction<ServerResponse>> asGet(ServerRequest request) {
        ServerRequest get = by(HttpMethod.GET, request);
        return handler(get).map(handler -> _ -> handler.handle(get));
    }

    private Mono<HandlerFunction<ServerResponse>> refusal(ServerRequest request) {
        return Flux.fromArray(HttpMethod.values())
                .filterWhen(method -> has(request, method))
                .flatMapIterable(OtherMethods::withHead)
                .distinct()
                .collect(Collectors.joining(", "))
                .filter(allowed -> !allowed.isEmpty())
                .map(allowed -> _ -> Mono.error(Problem.METHOD_NOT_ALLOWED
                        .because("This address does not take that method.")
                        .with(Map.of(HttpHeaders.ALLOW, allowed))));
    }

    private static List<String> withHead(HttpMethod method) {
        return method.equals(HttpMethod.GET)
                ? List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name())
                : List.of(method.name());
    }

    private Mono<Boolean> has(ServerRequest request, HttpMethod method) {
        return handler(by(method, request)).hasElement();
    }

    private Mono<HandlerFunction<ServerResponse>> handler(ServerRequest request) {
        return Flux.fromStream(routes::get)
                .filter(each -> each != this)
                .concatMap(each -> each.route(request))
                .next();
    }

    /** With attributes of its own: a route that was found once leaves its variables in them, and then is not found again. */
    private static ServerRequest by(HttpMethod method, ServerRequest request) {
        return ServerRequest.from(request).method(method).build();
    }
}
