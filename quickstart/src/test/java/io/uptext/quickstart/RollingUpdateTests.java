/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** An instance of two is stopped while people sign in: each browser learns how its own challenge ended, there or at the other. */
class RollingUpdateTests {

    private static final int CHALLENGES = 40;
    private static final String RETRY = "retry:";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whoever_waits_at_an_instance_that_stops_learns_the_outcome() {
        int old = Ports.free();
        ConfigurableApplicationContext stopping = Running.STACK.oldNotifier(
                old,
                Map.of(
                        "uptext.notifier.watch.drain", "4s",
                        "uptext.notifier.retry", "100ms",
                        "uptext.notifier.watch.retry-spread", "200ms"));
        List<JsonNode> challenges = IntStream.range(0, CHALLENGES)
                .mapToObj(_ -> Running.create("{}"))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Page> pages = challenges.stream()
                    .map(challenge -> new Page(
                            challenge, List.of(old, Running.STACK.addresses().notifier())))
                    .toList();
            List<CompletableFuture<Void>> done = pages.stream()
                    .map(page -> CompletableFuture.runAsync(page, threads))
                    .toList();
            Awaitility.await().until(() -> pages.stream().allMatch(page -> page.connections.get() == 1));

            CompletableFuture<Void> stop = CompletableFuture.runAsync(stopping::close, threads);
            Awaitility.await().until(() -> pages.stream().anyMatch(page -> page.connections.get() > 1));
            assertThat(stop).isNotDone();
            challenges.forEach(challenge ->
                    Running.text(Running.stranger(), challenge.path("code").asString()));

            assertThat(done)
                    .allSatisfy(each -> each.orTimeout(30, TimeUnit.SECONDS).join());
            assertThat(pages)
                    .allSatisfy(page -> assertThat(page.heard.getLast()).contains("\"confirmed\""));
            // The stop went on in the middle of it: some had to come again, some were told before.
            assertThat(pages)
                    .anyMatch(page -> page.connections.get() > 1)
                    .anyMatch(page -> page.connections.get() == 1);
            stop.join();
        }
    }

    /** A page of a site, which connects again as the stream says, to whatever instance lets it in. */
    private final class Page implements Runnable {

        private final JsonNode challenge;
        private final List<Integer> instances;
        final List<String> heard = new ArrayList<>();
        final AtomicInteger connections = new AtomicInteger();

        Page(JsonNode challenge, List<Integer> instances) {
            this.challenge = challenge;
            this.instances = instances;
        }

        @Override
        public void run() {
            boolean ended = false;
            while (!ended) {
                ended = instances.stream().anyMatch(this::watch);
            }
        }

        /** Whether the end came from there. */
        private boolean watch(int port) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(Addresses.url(port) + "/v1/watch"))
                    .header(
                            "Authorization",
                            "Bearer " + challenge.path("waitToken").asString())
                    .build();
            try {
                HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
                return answer.statusCode() == 200 && listen(answer.body().iterator());
            } catch (IOException e) {
                return false; // there is nobody any more
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean listen(Iterator<String> lines) {
            boolean first = true;
            String last = "";
            while (lines.hasNext()) {
                String line = lines.next();
                if (first) {
                    assertThat(line).isEqualTo("event:state");
                    connections.incrementAndGet();
                    first = false;
                }
                if (line.startsWith("data:")) {
                    heard.add(line);
                }
                last = line.isEmpty() ? last : line;
            }
            boolean isEnd = !heard.getLast().contains("\"pending\"");
            assertThat(isEnd || last.startsWith(RETRY)).as(last).isTrue();
            return isEnd;
        }
    }
}
