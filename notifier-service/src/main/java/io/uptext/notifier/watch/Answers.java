/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.uptext.platform.http.ProblemAnswer;
import io.uptext.platform.http.ProblemAnswers;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers that have an end, as the server sends them. */
final class Answers {

    private Answers() {}

    /** A problem. */
    static Mono<Void> problem(HttpServerRequest request, HttpServerResponse response, Cors cors, Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        ProblemAnswer problem = ProblemAnswers.toAnswer(cause == null ? failure : cause);
        response.status(problem.status().value());
        problem.headers().forEach(response::header);
        return send(request, response, cors, problem.body().getBytes(UTF_8));
    }

    /** Bytes of JSON. */
    static Mono<Void> json(HttpServerRequest request, HttpServerResponse response, Cors cors, byte[] body) {
        response.header(HttpHeaderNames.CONTENT_TYPE, "application/json");
        response.header(HttpHeaderNames.CACHE_CONTROL, "no-store");
        return send(request, response, cors, body);
    }

    private static Mono<Void> send(HttpServerRequest request, HttpServerResponse response, Cors cors, byte[] body) {
        cors.headers().forEach(response::header);
        response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return request.method().equals(HttpMethod.HEAD)
                ? response.send()
                : response.sendObject(Unpooled.wrappedBuffer(body)).then();
    }

    /** What a page on another origin may do, or that it may do nothing. */
    static Mono<Void> preflight(HttpServerResponse response, Cors cors, String method) {
        if (cors instanceof Cors.Allowed) {
            cors.headers().forEach(response::header);
            Cors.preflight(method).forEach(response::header);
            return empty(response, HttpResponseStatus.OK);
        }
        return refused(response, cors);
    }

    /** A page may not read this, and so is told nothing. */
    static Mono<Void> refused(HttpServerResponse response, Cors cors) {
        cors.headers().forEach(response::header);
        return empty(response, HttpResponseStatus.FORBIDDEN);
    }

    private static Mono<Void> empty(HttpServerResponse response, HttpResponseStatus status) {
        response.status(status);
        response.header(HttpHeaderNames.CONTENT_LENGTH, "0");
        return response.send();
    }

    /** The head of a stream, without the stream. */
    static Mono<Void> head(HttpServerResponse response, Map<String, String> headers) {
        headers.forEach(response::header);
        return response.send();
    }
}
