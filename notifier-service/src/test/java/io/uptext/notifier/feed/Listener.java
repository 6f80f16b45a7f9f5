/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A relying party's server that listens, on a thread of its own. */
final class Listener implements AutoCloseable {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> answer;
    private final Thread reading;
    private volatile @Nullable String cursor;
    private volatile String last = "";
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean isOver;

    /** A block with data. */
    record Event(String id, String type, String data) {}

    private Listener(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    /**
     * Connects.
     *
     * @param lastEventId of the header; null for none
     */
    static Listener open(URI address, String key, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    answer.statusCode() + " " + new String(answer.body().readAllBytes(), UTF_8));
        }
        return new Listener(answer);
    }

    static HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void read() {
        String id = "";
        String type = "";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!id.isEmpty()) {
                        cursor = id;
                    }
                    if (!data.isEmpty()) {
                        events.add(new Event(id, type, data.toString()));
                    }
                    id = "";
                    type = "";
                    data.setLength(0);
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                }
                last = line.isEmpty() ? last : line;
            }
        } catch (IOException e) {
            last = "broken";
        }
        isOver = true;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Where to go on, or null before the beginning. */
    @Nullable
    String cursor() {
        return cursor;
    }

    boolean isOver() {
        return isOver;
    }

    int comments() {
        return comments.get();
    }

    /** The last line that was not empty. */
    String last() {
        return last;
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
