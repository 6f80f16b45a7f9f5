/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets a document over HTTP: no redirects, ten seconds in all, 64 KiB. */
final class Download {

    static final int LARGEST = 64 * 1024;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String scheme;
    private final Duration timeout;

    /** Gets documents from addresses of this scheme. */
    Download(String scheme) {
        this(scheme, TIMEOUT);
    }

    Download(String scheme, Duration timeout) {
        this.scheme = scheme;
        this.timeout = timeout;
    }

    /** Made when it is first needed: most services fetch nothing. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    byte[] get(URI address) throws IOException {
        if (!scheme.equals(address.getScheme())) {
            throw new IOException("not an address of " + scheme);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = Client.SHARED.sendAsync(
                HttpRequest.newBuilder(address).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // The client's own timeout ends with the headers; a body could then come for ever.
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                throw new IOException("answered with " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new IOException("too slow", e);
        } catch (ExecutionException e) {
            throw new IOException("not to be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }
}
