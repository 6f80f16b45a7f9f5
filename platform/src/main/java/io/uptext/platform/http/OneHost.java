/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses requests with two Host headers (RFC 9112, section 3.2): a proxy may have believed the other one. */
final class OneHost implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> hosts = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.HOST);
        return hosts.size() > 1
                ? Mono.error(Problem.MALFORMED.because("A request has one Host header."))
                : chain.filter(exchange);
    }
}
