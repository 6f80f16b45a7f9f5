/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.notifier.NotifierProperties;
import io.uptext.notifier.watch.Admission;
import io.uptext.platform.http.ProblemException;
import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** Where requests of a real server come from, and what is counted of those who are refused. */
class AddressAdmissionTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Admission admission = new LimitConfiguration()
            .admission(
                    new LimitProperties(2, 10, 1_000),
                    new NotifierProperties(
                            Path.of("nowhere"),
                            null,
                            List.of(),
                            null,
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(2),
                            1),
                    registry);
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> response.status(status(request)).sendString(Mono.just("")))
            .bindNow();

    private int status(HttpServerRequest request) {
        try {
            // It stays.
            assertThat(admission.admit(request)).isNotNull();
            return 200;
        } catch (ProblemException e) {
            return e.problem().status().value();
        }
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void the_last_entry_of_the_header_is_whom_it_counts_and_the_header_may_come_in_parts() throws IOException {
        assertThat(ask("X-Forwarded-For: 203.0.113.7\r\n")).isEqualTo(200);
        assertThat(ask("X-Forwarded-For: 1.2.3.4, 203.0.113.7\r\n")).isEqualTo(200);
        assertThat(ask("X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 203.0.113.7\r\n"))
                .isEqualTo(429);
        assertThat(ask("x-forwarded-for: 203.0.113.7, 203.0.113.8\r\n")).isEqualTo(200);
        assertThat(registry.get("uptext.watch.refused")
                        .tag("limit", "address")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void who_has_come_past_the_proxy_is_counted_by_its_connection() throws IOException {
        assertThat(ask("")).isEqualTo(200);
        assertThat(ask("X-Forwarded-For: a\r\n")).isEqualTo(200);
        assertThat(ask("")).isEqualTo(429);
    }

    private int ask(String headers) throws IOException {
        String answer = RawHttp.exchange(
                server.port(),
                ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers + "\r\n").getBytes(US_ASCII));
        return RawHttp.statuses(answer).getFirst();
    }
}
