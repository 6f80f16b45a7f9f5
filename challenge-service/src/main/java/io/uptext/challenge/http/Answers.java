/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.platform.json.Json;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered, which nobody on the way may keep. */
final class Answers {

    private Answers() {}

    static Mono<ServerResponse> json(HttpStatus status, Object body) {
        return json(status, body, Map.of());
    }

    /** Written at once, and sent as it is: the framework has no writer to look for. */
    static Mono<ServerResponse> json(HttpStatus status, Object body, Map<String, String> headers) {
        byte[] json = Json.MAPPER.writeValueAsBytes(body);
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .contentLength(json.length)
                .header("Cache-Control", "no-store")
                .headers(all -> headers.forEach(all::set))
                .build((exchange, _) -> {
                    ServerHttpResponse response = exchange.getResponse();
                    return response.writeWith(Mono.just(response.bufferFactory().wrap(json)));
                });
    }
}
