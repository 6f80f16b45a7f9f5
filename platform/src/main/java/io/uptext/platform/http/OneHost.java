/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses requests with two Host headers (RFC 9112, section 3.2): a proxy may have believed the other one. */
public final class OneHost implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isViolated(exchange.getRequest()) ? Mono.error(problem()) : chain.filter(exchange);
    }

    /** Whether it has more than one. */
    public static boolean isViolated(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty(HttpHeaders.HOST).size() > 1;
    }

    /** What such a request is told. */
    public static ProblemException problem() {
        return Problem.MALFORMED.because("A request has one Host header.");
    }
}
