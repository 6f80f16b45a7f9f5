/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send for ever, slowly or fast, cost a bounded time and keep nobody else out. */
class ApiSlowClientTests extends ApiEdgeTest {

    private static final int SOCKETS = 200;

    /** The deadline of a request's headers and of its body are ten seconds each, and this machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final byte[] DRIP = "a".getBytes(ISO_8859_1);
    private static final int MEBIBYTE = 1024 * 1024;

    /** What two kernels may hold of what nobody reads, generously. */
    private static final long MOST_UNDER_WAY = 32L * MEBIBYTE;

    @Test
    void two_hundred_slow_sockets_are_closed_and_good_requests_pass_meanwhile() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int number = 0; number < SOCKETS; number++) {
                slow.add(new RawHttp(port()).send(beginning(number).getBytes(ISO_8859_1)));
            }
            List<RawHttp> open = new ArrayList<>(slow);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        exchange(post("", BODY)).isTaken();
                        for (RawHttp each : List.copyOf(open)) {
                            if (each.send(DRIP).isOver()) {
                                open.remove(each);
                            }
                        }
                        return open.isEmpty();
                    });
        } finally {
            for (RawHttp each : slow) {
                each.close();
            }
        }
    }

    /** Some stop in the headers, some in the body, some in a chunk, some before they have said anything. */
    private static String beginning(int number) {
        return switch (number % 4) {
            case 0 -> head("X-A: ").stripTrailing();
            case 1 -> head("Content-Length: 5000\r\n");
            case 2 -> head("Transfer-Encoding: chunked\r\n") + "1000\r\n";
            default -> "";
        };
    }

    @Test
    void a_hundred_megabytes_are_refused_at_the_first_kibibytes() throws IOException {
        byte[] chunk = chunk("a".repeat(MEBIBYTE)).getBytes(ISO_8859_1);
        long before = published();
        try (RawHttp http = new RawHttp(port())) {
            http.send(head("Transfer-Encoding: chunked\r\n").getBytes(ISO_8859_1));
            for (int i = 0; i < 100; i++) {
                http.send(chunk);
            }
            assertThat(http.sent()).isLessThan(MOST_UNDER_WAY);
            assertThat(RawHttp.statuses(http.readAll())).isSubsetOf(413);
        }
        assertThat(published()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8193", "100000000", "99999999999"})
    void a_length_that_is_too_large_is_refused_before_it_comes(String length) throws IOException {
        exchange(head("Content-Length: " + length + "\r\n")).isRefusedWith(413, "too-large");
    }

    @Test
    void ten_megabytes_of_metadata_are_refused() throws IOException {
        ApiOutcome outcome = exchange(post("", BODY.replace(CANARY, CANARY + "x".repeat(10 * MEBIBYTE))));

        outcome.isNothing();
        assertThat(outcome.statuses()).isSubsetOf(413);
    }
}
