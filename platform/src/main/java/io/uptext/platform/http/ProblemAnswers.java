/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every failed request with an RFC 9457 problem, and never with a stack trace or what the request held. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemAnswer answer = toAnswer(failure);
        response.setStatusCode(answer.status());
        answer.headers().forEach(response.getHeaders()::set);
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(answer.body().getBytes(UTF_8))));
    }

    /** What a request that ended with this failure is answered. */
    public static ProblemAnswer toAnswer(Throwable failure) {
        ProblemException problem = asProblem(failure);
        Problem kind = problem.problem();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        if (kind.status() == HttpStatus.UNAUTHORIZED) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"uptext\"");
        }
        if (kind == Problem.TOO_LARGE) {
            // Nobody reads the rest, which may have no end.
            headers.put(HttpHeaders.CONNECTION, "close");
        }
        if (kind == Problem.UNAVAILABLE) {
            headers.put(HttpHeaders.RETRY_AFTER, "1");
        }
        headers.putAll(problem.headers());
        Body body = new Body(kind.type(), kind.title(), kind.status().value(), problem.detail());
        return new ProblemAnswer(kind.status(), headers, Json.MAPPER.writeValueAsString(body));
    }

    private static ProblemException asProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case DataBufferLimitException _ -> Problem.TOO_LARGE.because("The body is longer than this address takes.");
            case ResponseStatusException status -> ofStatus(status);
            default -> {
                // The class only: messages of exceptions may quote what the request held.
                log.error("A request failed with {}{}", failure.getClass().getName(), where(failure));
                yield Problem.INTERNAL.because("The fault is ours; it has been recorded.");
            }
        };
    }

    private static String where(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        @Nullable Throwable cause = failure.getCause();
        return (stack.length == 0 ? "" : " at " + stack[0])
                + (cause == null ? "" : ", because of " + cause.getClass().getName());
    }

    private static ProblemException ofStatus(ResponseStatusException failure) {
        int status = failure.getStatusCode().value();
        return switch (status) {
            case 404 -> Problem.NOT_FOUND.because("There is nothing at this address.");
            case 405 -> Problem.METHOD_NOT_ALLOWED.because("This address does not take that method.");
            case 413 -> Problem.TOO_LARGE.because("The body is longer than this address takes.");
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE.because("This address does not take that content type.");
            default ->
                status >= 500
                        ? Problem.INTERNAL.because("The fault is ours; it has been recorded.")
                        : Problem.MALFORMED.because("The request cannot be read.");
        };
    }

    private record Body(String type, String title, int status, String detail) {}
}
