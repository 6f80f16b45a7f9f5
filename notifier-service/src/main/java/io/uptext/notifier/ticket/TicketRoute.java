/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.notifier.watch.Credential;
import io.uptext.notifier.watch.Gate;
import io.uptext.notifier.watch.Visit;
import io.uptext.notifier.watch.Way;
import io.uptext.platform.json.Json;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** {@code POST /v1/watch/tickets}: a ticket for {@code EventSource}, which takes nothing but an address, for a wait token. */
final class TicketRoute implements NettyRouteProvider, Way {

    private static final String PATH = "/v1/watch/tickets";

    /** From there. */
    private static final String WATCH = "../watch";

    private final Gate gate;
    private final Tickets tickets;
    private final String watchUrl;

    /**
     * Hands out tickets.
     *
     * @param watchUrl by which browsers reach {@code /v1/watch}; otherwise it is told by where it is from here
     */
    TicketRoute(Gate gate, Tickets tickets, @Nullable URI watchUrl) {
        this.gate = gate;
        this.tickets = tickets;
        this.watchUrl = watchUrl == null ? WATCH : watchUrl.toString();
    }

    /** What is answered; a ticket that is in its address already is there for who builds another one. */
    private record Answer(String ticket, String watchUrl, Instant expiresAt) {}

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(
                request -> PATH.equals(request.fullPath()), (request, response) -> gate.pass(request, response, this));
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String allowed() {
        return method();
    }

    @Override
    public Credential credential() {
        return Credential.BEARER;
    }

    @Override
    public Mono<Void> serve(Visit visit, RecentChallenge challenge) {
        return Mono.fromCompletionStage(() -> tickets.issue(challenge.token().hash()))
                .flatMap(issued -> visit.created(json(issued)));
    }

    private byte[] json(Tickets.Issued issued) {
        String ticket = issued.ticket().reveal();
        return Json.MAPPER.writeValueAsBytes(new Answer(ticket, watchUrl + "?ticket=" + ticket, issued.expiresAt()));
    }
}
