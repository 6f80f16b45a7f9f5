/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Connector;
import java.util.Collection;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The one address of this service. Which methods it takes is for each connector's provider to say. */
public final class InboundRoutes {

    private static final String ADDRESS = "/v1/inbound/{connector}";

    private InboundRoutes() {}

    /** Routes deliveries to these connectors into {@code deliveries}, on threads of {@code workers}. */
    public static RouterFunction<ServerResponse> of(
            Collection<Connector> connectors, Deliveries deliveries, Workers workers) {
        InboundHandler handler = new InboundHandler(connectors, deliveries, workers);
        return RouterFunctions.route()
                .route(RequestPredicates.path(ADDRESS), handler::deliver)
                .build();
    }
}
