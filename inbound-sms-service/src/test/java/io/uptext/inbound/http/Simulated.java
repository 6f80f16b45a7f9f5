/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.simulator.SimulatedRequest;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Sends what the simulator writes through the real routes. */
public final class Simulated {

    private Simulated() {}

    /** Sends a request, to the letter: path and query as they are, headers in order, the bytes of the body. */
    public static WebTestClient.ResponseSpec send(WebTestClient client, SimulatedRequest request) {
        WebTestClient.RequestBodySpec spec =
                client.method(HttpMethod.valueOf(request.method())).uri(Ingress.here(request.url()));
        request.headers().forEach(header -> spec.header(header.name(), header.value()));
        return request.body().length == 0
                ? spec.exchange()
                : spec.bodyValue(request.body()).exchange();
    }
}
