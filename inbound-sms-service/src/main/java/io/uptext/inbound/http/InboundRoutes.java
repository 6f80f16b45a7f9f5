/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.inbound.receive.Reception;
import io.uptext.platform.http.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The one address of this service. */
public final class InboundRoutes {

    private static final String ADDRESS = "/v1/inbound/{connector}";

    private InboundRoutes() {}

    /** Routes deliveries to these connectors into {@code sink}. */
    public static RouterFunction<ServerResponse> of(
            Collection<Connector> connectors, Reception reception, InboundSmsSink sink, Clock clock) {
        InboundHandler handler = new InboundHandler(connectors, reception, sink, clock);
        return RouterFunctions.route()
                .POST(ADDRESS, handler::deliver)
                .route(RequestPredicates.path(ADDRESS), InboundRoutes::onlyPost)
                .build();
    }

    private static Mono<ServerResponse> onlyPost(ServerRequest request) {
        request.exchange().getResponse().getHeaders().setAllow(Set.of(HttpMethod.POST));
        return Mono.error(Problem.METHOD_NOT_ALLOWED.because("Messages are delivered with POST."));
    }
}
