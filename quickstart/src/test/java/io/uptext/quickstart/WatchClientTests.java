/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.backend.Ports;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** By which address a client is counted. Requests come here from one address, and say that they come from others. */
class WatchClientTests {

    private static final int MOST = 5;
    private static final String RATE = "uptext.notifier.limits.arrivals-per-minute";

    private final JsonNode challenge = Running.create("{}");

    /** Spring Boot would heed the left end of the header there. */
    @Test
    void what_a_client_says_of_itself_counts_for_nothing_in_kubernetes_either() {
        int port = started("spring.main.cloud-platform", "kubernetes");
        assertThat(IntStream.range(0, MOST + 1)
                        .map(i -> poll(port, "198.51.100." + i).statusCode()))
                .contains(429);
    }

    @Test
    void behind_a_proxy_it_is_what_the_proxy_has_added() {
        int port = started("uptext.notifier.trusted-proxies", "1");
        for (int i = 0; i < MOST; i++) {
            assertThat(poll(port, "198.51.100." + i + ", 203.0.113.7").statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> refused = poll(port, "198.51.100.99, 203.0.113.7");
        BadInputTests.assertProblem(refused, 429, "rate-limited");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 12L);
        assertThat(refused.body()).doesNotContain("203.0.113");
        assertThat(poll(port, "203.0.113.7, 203.0.113.8").statusCode()).isEqualTo(200);
    }

    /** One that lets few in, and has read the log; that is asked by another address than those that are counted, where it can be. */
    private int started(String setting, String value) {
        int port = Ports.free();
        assertThat(Running.STACK.oldNotifier(port, Map.of(RATE, Integer.toString(MOST), setting, value)))
                .isNotNull();
        Awaitility.await().until(() -> poll(port, "192.0.2.1").statusCode() != 503);
        return port;
    }

    private HttpResponse<String> poll(int port, String forwardedFor) {
        return Running.send(WatchTickets.poll(port, "")
                .header("Authorization", "Bearer " + challenge.path("waitToken").asString())
                .header("X-Forwarded-For", forwardedFor)
                .build());
    }
}
