/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses requests with two Host headers (RFC 9112, section 3.2): a proxy may have believed the other one. */
public final class OneHost implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isViolated(exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.HOST))
                ? Mono.error(problem())
                : chain.filter(exchange);
    }

    /** Whether a request may not have these Host headers. */
    public static boolean isViolated(List<String> hosts) {
        return hosts.size() > 1;
    }

    /** What such a request is told. */
    public static ProblemException problem() {
        return Problem.MALFORMED.because("A request has one Host header.");
    }
}
