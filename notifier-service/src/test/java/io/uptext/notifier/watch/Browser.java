/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A browser that watches by a client which is not ours. */
final class Browser {

    /** How long it waits for the head of an answer; never reached where all is well. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<Stream<String>> answer;
    private final Iterator<String> lines;

    private Browser(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        this.lines = answer.body().iterator();
    }

    /** Opens a stream, with the token of the one challenge. */
    static Browser watching(Edge edge) {
        return watching(edge, "Authorization", "Bearer " + Story.TOKEN.reveal());
    }

    static Browser watching(Edge edge, String... headers) {
        return new Browser(HTTP.sendAsync(request(edge, headers), HttpResponse.BodyHandlers.ofLines())
                .join());
    }

    /** Asks, and has the whole answer. */
    static HttpResponse<String> ask(Edge edge, String... headers) {
        return askLater(edge, headers).join();
    }

    /** The same, some time. */
    static CompletableFuture<HttpResponse<String>> askLater(Edge edge, String... headers) {
        return HTTP.sendAsync(request(edge, headers), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(Edge edge, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.uri()).timeout(PATIENCE);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    /** The next event, and comments before it; what there is where the stream ends. */
    List<String> next() {
        List<String> event = new ArrayList<>();
        boolean isWhole = false;
        while (!isWhole && lines.hasNext()) {
            String line = lines.next();
            if (!line.isEmpty()) {
                event.add(line);
            }
            isWhole = line.isEmpty();
        }
        return event;
    }

    /** All that comes until the stream ends. */
    List<String> rest() {
        List<String> all = new ArrayList<>();
        lines.forEachRemaining(all::add);
        return all;
    }
}
