/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What is due is sent, also when the answers before it are slow. */
class PostsTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] REQUEST =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi".getBytes(US_ASCII);

    private final AtomicInteger received = new AtomicInteger();

    @Test
    void eachIsSentOnceAndNotBeforeItIsDue() throws Exception {
        DisposableServer server = serve(200, Duration.ZERO);
        try (Posts posts = new Posts(server.port(), 4)) {
            long begun = System.nanoTime();
            posts.send(requests(50), begun, 500, LONG);

            assertThat(received).hasValue(50);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(49 * 1_000_000_000L / 500);
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void moreThanThereAreConnectionsAreSentOneAfterTheOther() throws Exception {
        DisposableServer server = serve(200, Duration.ofMillis(20));
        try (Posts posts = new Posts(server.port(), 2)) {
            posts.send(requests(20), System.nanoTime(), 100_000, LONG);

            assertThat(received).hasValue(20);
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void anotherAnswerThan200Fails() throws Exception {
        DisposableServer server = serve(503, Duration.ZERO);
        try (Posts posts = new Posts(server.port(), 2)) {
            assertThatThrownBy(() -> posts.send(requests(20), System.nanoTime(), 1_000, LONG))
                    .hasMessageContaining("a request was answered with 503 rather than 200");
        } finally {
            server.disposeNow();
        }
    }

    private static byte[][] requests(int count) {
        byte[][] requests = new byte[count][];
        Arrays.fill(requests, REQUEST);
        return requests;
    }

    private DisposableServer serve(int status, Duration time) {
        return HttpServer.create()
                .host("127.0.0.1")
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .then(Mono.delay(time))
                        .doOnNext(_ -> received.incrementAndGet())
                        .then(response.status(status)
                                .header("Content-Length", "0")
                                .send()))
                .bindNow();
    }
}
