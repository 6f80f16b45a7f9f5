/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.notifier.recent.RecentChallenge;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * {@code /v1/watch}: server-sent events, or a long poll, for the holder of a wait token or of a ticket and for nobody else.
 *
 * <p>It is a route of the server itself, beside that to the web framework: a browser that waits is to cost no more than its
 * connection (docs/adr/0034).
 */
final class WatchRoute implements NettyRouteProvider, Way {

    static final String PATH = "/v1/watch";

    private final Gate gate;
    private final Openings openings;
    private final Credential credential;

    WatchRoute(Gate gate, Openings openings, Credential credential) {
        this.gate = gate;
        this.openings = openings;
        this.credential = credential;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(
                request -> PATH.equals(request.fullPath()), (request, response) -> gate.pass(request, response, this));
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String allowed() {
        return "GET, HEAD";
    }

    @Override
    public Credential credential() {
        return credential;
    }

    @Override
    public Mono<Void> serve(Visit visit, RecentChallenge challenge) {
        return openings.serve(visit, challenge);
    }
}
