/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.web;

import io.uptext.platform.http.ProblemException;
import io.uptext.platform.json.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the demo's routes answer. */
public final class Answers {

    private Answers() {}

    /** JSON with status 200. */
    public static Mono<ServerResponse> json(Object body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.MAPPER.writeValueAsBytes(body));
    }

    /** A problem in words. */
    public static Mono<ServerResponse> problem(int status, String title, String detail) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(Json.MAPPER.writeValueAsBytes(
                        Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)));
    }

    /** A problem in our APIs' words. */
    public static Mono<ServerResponse> problemOf(ProblemException problem) {
        return problem(problem.problem().status().value(), problem.problem().title(), problem.detail());
    }

    /** Passes on the problem that a service of ours answered with. */
    public static Mono<ServerResponse> problemOf(HttpResponse<String> answer) {
        return ServerResponse.status(answer.statusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(answer.body());
    }
}
