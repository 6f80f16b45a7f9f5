/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.apipage;

import io.uptext.platform.http.RequestBodies;
import io.uptext.quickstart.web.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.webjars.WebJarVersionLocator;
import reactor.core.publisher.Mono;

/**
 * Swagger UI, and the API behind it at the same origin: challenge-service takes no requests from pages, for an API key must
 * not reach a browser, and this is a demo whose key is for everybody to read.
 */
public final class ApiPage {

    private static final String UI = "swagger-ui";
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "Idempotency-Key");
    private static final List<String> HOP_BY_HOP = List.of("connection", "content-length", "transfer-encoding");

    private final HttpClient http;
    private final String service;

    /** In front of the challenge-service at this address. */
    public ApiPage(HttpClient http, String service) {
        this.http = http;
        this.service = service;
    }

    /** The parts of Swagger UI, and the API. */
    public RouterFunction<ServerResponse> routes() {
        String version =
                Objects.requireNonNull(new WebJarVersionLocator().version(UI), "no Swagger UI on the class path");
        return RouterFunctions.route()
                .resources(
                        "/swagger-ui/**",
                        new ClassPathResource("META-INF/resources/webjars/" + UI + "/" + version + "/"))
                .path("/v1", api -> api.route(_ -> true, this::passOn))
                .path("/.well-known", api -> api.route(_ -> true, this::passOn))
                .GET("/openapi.json", this::passOn)
                .build();
    }

    private Mono<ServerResponse> passOn(ServerRequest request) {
        URI asked = request.uri();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder passed = HttpRequest.newBuilder(URI.create(service + asked.getRawPath() + query))
                .timeout(Duration.ofSeconds(10));
        for (String name : PASSED_ON) {
            request.headers().header(name).forEach(value -> passed.header(name, value));
        }
        return RequestBodies.bytes(request)
                .map(body -> passed.method(request.method().name(), HttpRequest.BodyPublishers.ofByteArray(body))
                        .build())
                .flatMap(whole -> Mono.fromFuture(() -> http.sendAsync(whole, HttpResponse.BodyHandlers.ofByteArray())))
                .flatMap(ApiPage::answer)
                .onErrorResume(
                        IOException.class,
                        _ -> Answers.problem(503, "No service", "challenge-service does not answer just now."));
    }

    private static Mono<ServerResponse> answer(HttpResponse<byte[]> answer) {
        return ServerResponse.status(answer.statusCode())
                .headers(headers -> answer.headers().map().forEach((name, values) -> {
                    if (!HOP_BY_HOP.contains(name)) {
                        headers.put(name, values);
                    }
                }))
                .bodyValue(answer.body());
    }
}
