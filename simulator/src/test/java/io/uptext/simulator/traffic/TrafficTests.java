/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.SimulatedRequest;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrafficTests {

    private final Courier courier = new Courier();

    @AfterEach
    void close() {
        courier.close();
    }

    @Test
    void a_count_is_sent_exactly_and_answers_are_counted_by_status() throws Exception {
        AtomicInteger number = new AtomicInteger();
        try (TestServer server = new TestServer(exchange -> {
            exchange.sendResponseHeaders(number.incrementAndGet() % 4 == 0 ? 503 : 200, -1);
            exchange.close();
        })) {
            Results results = new Traffic(courier, server::request, Load.of(100, 8)).run();

            assertThat(results.sent()).isEqualTo(100);
            assertThat(results.answers()).isEqualTo(Map.of(200, 75L, 503, 25L));
            assertThat(results.all(status -> status == 200)).isFalse();
            assertThat(results.all(status -> status == 200 || status == 503)).isTrue();
            assertThat(results.unanswered()).isZero();
            assertThat(results.p50()).isPositive().isLessThanOrEqualTo(results.p99());
        }
    }

    @Test
    void no_more_requests_are_under_way_than_the_load_says() throws Exception {
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        try (TestServer server = new TestServer(exchange -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            three.countDown();
            try {
                // All wait for the third, so three at a time are seen if three are allowed.
                three.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            under.decrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        })) {
            new Traffic(courier, server::request, Load.of(60, 3)).run();
            assertThat(most).hasValue(3);
        }
    }

    @Test
    void a_rate_spreads_requests_over_time() throws Exception {
        try (TestServer server = new TestServer(exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        })) {
            Results results = new Traffic(courier, server::request, new Load(21, 40, Load.FOREVER, 5)).run();
            assertThat(results.sent()).isEqualTo(21);
            assertThat(results.took()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void a_load_ends_when_its_time_is_over() throws Exception {
        try (TestServer server = new TestServer(exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        })) {
            Load load = new Load(Load.ENDLESS, 100, Duration.ofMillis(300), 5);
            Results results = new Traffic(courier, server::request, load).run();
            assertThat(results.sent()).isBetween(1L, 30L);
            assertThat(results.all(status -> status == 200)).isTrue();
        }
    }

    @Test
    void what_waits_behind_a_slow_answer_counts_as_slow() throws Exception {
        AtomicInteger number = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = new TestServer(exchange -> {
            if (number.incrementAndGet() == 1) {
                await(never, 500);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        })) {
            Results results = new Traffic(courier, server::request, new Load(10, 1000, Load.FOREVER, 1)).run();
            assertThat(results.p50()).isGreaterThan(Duration.ofMillis(300));
        }
    }

    @Test
    void a_stopped_load_tells_what_it_has_and_what_is_still_unanswered() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = new TestServer(exchange -> {
            arrived.countDown();
            await(never, 30_000);
            exchange.close();
        })) {
            Traffic traffic = new Traffic(courier, server::request, Load.of(1000, 2));
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
                await(arrived, 10_000);
                traffic.stop();
            });
            Results results = traffic.run();
            stopped.join();
            assertThat(results.sent()).isEqualTo(2);
            assertThat(results.unanswered()).isEqualTo(2);
            assertThat(results.took()).isLessThan(Duration.ofSeconds(12));
        }
    }

    @Test
    void where_nobody_listens_every_request_is_refused() throws Exception {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/in");
        }
        Results results = new Traffic(courier, () -> SimulatedRequest.get(closed), Load.of(5, 2)).run();
        assertThat(results.failures()).isEqualTo(Map.of(Failure.REFUSED, 5L));
        assertThat(results.all(_ -> true)).isFalse();
    }

    @Test
    void a_host_that_nobody_knows_is_told_from_one_where_nobody_listens() throws Exception {
        URI nowhere = URI.create("http://nobody.invalid/in"); // RFC 6761, section 6.4
        Results results = new Traffic(courier, () -> SimulatedRequest.get(nowhere), Load.of(1, 1)).run();
        assertThat(results.failures()).isEqualTo(Map.of(Failure.UNKNOWN_HOST, 1L));
    }

    @Test
    void a_connection_that_ends_in_the_middle_is_broken() throws Exception {
        try (TestServer server = new TestServer(exchange -> {
            exchange.close();
        })) {
            Results results = new Traffic(courier, server::request, Load.of(3, 1)).run();
            assertThat(results.failures()).isEqualTo(Map.of(Failure.BROKEN, 3L));
        }
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
