/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sends a call once.
 *
 * @param apiKey goes to {@code base} only: redirections are not followed
 * @param attempt how long one try may take, the body included
 */
record Transport(HttpClient http, URI base, String apiKey, Duration attempt) {

    private static final int MOST_BYTES = 1 << 20;

    /**
     * The answer, whatever its status. It fails with an {@link java.io.IOException} if there is none, and with a
     * {@link java.util.concurrent.TimeoutException} if it takes too long.
     */
    CompletableFuture<HttpResponse<byte[]>> send(Call call, Duration left) {
        Duration limit = left.compareTo(attempt) < 0 ? left : attempt;
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request(call, limit), BoundedBody.ofAtMost(MOST_BYTES));
        // The timeout of the request ends with the headers; a body that comes in drops would hold us for ever.
        CompletableFuture<HttpResponse<byte[]>> bounded =
                sent.thenApply(answer -> answer).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> unused = bounded.whenComplete((answer, failure) -> {
            if (failure != null) {
                sent.cancel(true);
            }
        });
        return bounded;
    }

    /** On which threads answers are read, which must not be the one thread that all timers of the JDK share. */
    Executor executor() {
        return http.executor().orElseGet(() -> new CompletableFuture<>().defaultExecutor());
    }

    private HttpRequest request(Call call, Duration limit) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(withoutSlash(base.toString()) + call.path()))
                .timeout(limit)
                .header("Authorization", "Bearer " + apiKey)
                .header("Accept", "application/json, application/problem+json")
                .header("User-Agent", "uptext-client-java");
        String body = call.body();
        if (body == null) {
            request.method(call.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(call.method(), HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json");
        }
        IdempotencyKey name = call.name();
        if (name != null) {
            request.header("Idempotency-Key", name.value());
        }
        if (!call.patience().isZero()) {
            request.header("Prefer", "wait=" + call.patience().toSeconds());
        }
        return request.build();
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Transport[" + base + "]";
    }
}
