/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import io.uptext.simulator.SimulatedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Carries requests as providers do: over HTTP/1.1, following no redirect, and not waiting for ever. */
public final class Courier implements AutoCloseable {

    /** How long a request may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** Sends a request and waits for its answer; {@link Failure#of} tells what an exception means. */
    public HttpResponse<String> send(SimulatedRequest request) throws IOException, InterruptedException {
        return http.send(patient(request), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request whose answer's status is all that matters. */
    CompletableFuture<HttpResponse<Void>> begin(SimulatedRequest request) {
        return http.sendAsync(patient(request), HttpResponse.BodyHandlers.discarding());
    }

    private static HttpRequest patient(SimulatedRequest request) {
        return HttpRequest.newBuilder(request.toHttp(), (_, _) -> true)
                .timeout(PATIENCE)
                .build();
    }

    /** Ends it; requests that are under way fail. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
