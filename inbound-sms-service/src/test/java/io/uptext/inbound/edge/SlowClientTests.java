/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send for ever, slowly or fast, cost a bounded time and keep nobody else out. */
class SlowClientTests extends EdgeTest {

    private static final int SOCKETS = 200;

    /** The deadline of a request's headers and of its body are ten seconds each. */
    private static final Duration LIMIT = Duration.ofSeconds(25);

    private static final byte[] DRIP = "a".getBytes(ISO_8859_1);

    @Test
    void twoHundredSlowSocketsAreClosedAndGoodRequestsPassMeanwhile() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int number = 0; number < SOCKETS; number++) {
                slow.add(new RawHttp(doors().port()).send(beginning(number).getBytes(ISO_8859_1)));
            }
            long begun = System.nanoTime();
            List<RawHttp> open = new ArrayList<>(slow);
            Awaitility.await()
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        long sent = System.nanoTime();
                        deliver(Delivery.postForm("")).isTaken();
                        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(2));
                        for (RawHttp each : List.copyOf(open)) {
                            if (each.send(DRIP).isOver()) {
                                open.remove(each);
                            }
                        }
                        return open.isEmpty();
                    });
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(5));
        } finally {
            for (RawHttp each : slow) {
                each.close();
            }
        }
    }

    /** Some stop in the headers, some in the body, some in a chunk, some before they have said anything. */
    private static String beginning(int number) {
        String headers = "POST /v1/inbound/form HTTP/1.1\r\nHost: a\r\nContent-Type: " + Delivery.FORM + "\r\n";
        return switch (number % 4) {
            case 0 -> headers + "X-A: ";
            case 1 -> headers + "Content-Length: 5000\r\n\r\n";
            case 2 -> headers + "Transfer-Encoding: chunked\r\n\r\n1000\r\n";
            default -> "";
        };
    }

    @Test
    void aBodyThatDoesNotComeWholeIsNoMessage() throws IOException {
        String short1 = Delivery.postForm("").replaceFirst("Content-Length: ", "Content-Length: 1");

        Outcome outcome = deliver(short1);

        outcome.isRefusedWith(400);
    }

    @Test
    void aHundredMegabytesAreRefusedAtTheFirstKibibytes() throws IOException {
        byte[] head = ("POST /v1/inbound/form HTTP/1.1\r\nHost: a\r\nContent-Type: " + Delivery.FORM
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(ISO_8859_1);
        byte[] chunk = new byte[64 * 1024 + 9];
        Arrays.fill(chunk, (byte) 'a');
        System.arraycopy("10000\r\n".getBytes(ISO_8859_1), 0, chunk, 0, 7);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        byte[][] parts = new byte[1 + 1600][];
        Arrays.fill(parts, chunk);
        parts[0] = head;

        Outcome outcome = deliver(parts);

        outcome.isNothing();
        assertThat(outcome.statuses()).isSubsetOf(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000", "99999999999"})
    void aLengthThatIsFarTooLargeIsRefusedBeforeItComes(String length) throws IOException {
        String request = Delivery.postForm("").replaceFirst("Content-Length: [0-9]+", "Content-Length: " + length);

        deliver(request).isRefusedWith(413);
    }

    @Test
    void whoDoesNotWaitForTheAnswerIsNobodysFaultAndTheMessageIsPublished() throws IOException {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        doors().sink().answersWith(durable);
        int before = doors().sink().all().size();
        try (RawHttp http = new RawHttp(doors().port())) {
            http.send(Delivery.postForm("").getBytes(ISO_8859_1));
            Awaitility.await().until(() -> doors().sink().all().size() > before);
        }

        doors().sink().answersWith(CompletableFuture.completedFuture(null));
        durable.complete(null);

        deliver(Delivery.postForm("")).isTaken();
        assertThat(doors().sink().all()).hasSize(before + 2);
    }
}
