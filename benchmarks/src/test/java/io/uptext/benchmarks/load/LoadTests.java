/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A load counts what was answered with 200, and nothing else passes for it. */
class LoadTests {

    private static final byte[] REQUEST =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi".getBytes(US_ASCII);

    @Test
    void everyRequestIsSentOnceAndTimed() throws Exception {
        AtomicInteger received = new AtomicInteger();
        try (Load load = new Load()) {
            DisposableServer server = serve(200, received);
            Answered answered = load.send(requests(500), server.port(), 7);
            server.disposeNow();

            assertThat(received).hasValue(500);
            assertThat(answered.requests()).isEqualTo(500);
            assertThat(answered.latencies().getTotalCount()).isEqualTo(500);
            assertThat(answered.rate()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 503})
    void anotherAnswerThan200FailsTheLoadAndIsNamed(int status) {
        try (Load load = new Load()) {
            DisposableServer server = serve(status, new AtomicInteger());

            assertThatThrownBy(() -> load.send(requests(500), server.port(), 7))
                    .hasMessage("The load has failed: a request was answered with " + status + " rather than 200");
            server.disposeNow();
        }
    }

    @Test
    void aConnectionThatBreaksFailsTheLoad() {
        try (Load load = new Load()) {
            DisposableServer server = HttpServer.create()
                    .host("127.0.0.1")
                    .handle((request, _) -> {
                        request.withConnection(DisposableChannel::dispose);
                        return request.receive().then();
                    })
                    .bindNow();

            assertThatThrownBy(() -> load.send(requests(10), server.port(), 2))
                    .hasMessage("The load has failed: a connection was closed before its answer");
            server.disposeNow();
        }
    }

    @Test
    void pressureGoesOnAfterRefusalsUntilItIsClosed() throws Exception {
        AtomicInteger received = new AtomicInteger();
        try (Load load = new Load()) {
            DisposableServer server = serve(503, received);
            try (Pressure pressure = load.keepSending(() -> REQUEST, server.port(), 3)) {
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> received.get() > 10);
                Tally tally = pressure.take();

                assertThat(tally.isOnly(503)).isTrue();
                assertThat(tally.of(503)).isGreaterThan(3);
                assertThat(tally.longest()).isPositive();
            }
            server.disposeNow();
        }
    }

    private static byte[][] requests(int count) {
        byte[][] requests = new byte[count][];
        Arrays.fill(requests, REQUEST);
        return requests;
    }

    private static DisposableServer serve(int status, AtomicInteger received) {
        return HttpServer.create()
                .host("127.0.0.1")
                .handle((request, response) -> {
                    received.incrementAndGet();
                    return request.receive().then(response.status(status).send().then());
                })
                .bindNow();
    }
}
