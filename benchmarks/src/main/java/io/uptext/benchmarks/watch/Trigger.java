/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.uptext.benchmarks.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Has a bare holder tell everybody, over a connection of its own. */
public final class Trigger implements AutoCloseable {

    private static final int NO_CONTENT = 204;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Says so, and returns when it has been answered. */
    public void pull(Server holder) throws IOException, InterruptedException {
        HttpRequest tell = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + holder.port() + Wire.TELL))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = http.send(tell, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != NO_CONTENT) {
            throw new IllegalStateException("a bare holder has answered " + status);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
