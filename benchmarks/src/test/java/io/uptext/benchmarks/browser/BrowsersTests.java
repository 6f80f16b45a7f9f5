/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The process of browsers sees what a server does to each of them. */
class BrowsersTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PENDING = "event: state\nretry: 100\ndata: {\"status\":\"pending\"}\n\n";

    @TempDir
    private Path folder;

    private final Map<String, Sinks.One<String>> waiting = new ConcurrentHashMap<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private DisposableServer server;
    private Browsers browsers;

    @BeforeEach
    void start() {
        server = serve(connections);
        browsers = Browsers.start(folder.resolve("browsers.log"));
    }

    @AfterEach
    void stop() {
        browsers.close();
        server.disposeNow();
    }

    @Test
    void eachHasAStateAndThenItsOwnOutcome() {
        long before = System.nanoTime();
        try (Party party = browsers.come(List.of("one", "two", "three"), server.port())) {
            party.awaitWaiting(LONG);
            tell("two", 22);
            tell("one", 11);
            tell("three", 33);
            party.awaitTold(LONG);

            List<Seen> seen = party.seen();
            assertThat(seen).extracting(Seen::ending).containsExactly(11, 22, 33);
            assertThat(seen).allSatisfy(each -> {
                assertThat(each.stateAt()).isBetween(before, each.toldAt());
                assertThat(each.toldAt()).isLessThan(System.nanoTime());
                assertThat(each.lostAt()).isZero();
            });
        }
    }

    @Test
    void whoLosesItsServerTurnsToTheOtherAndIsHealedThere() {
        DisposableServer other = serve(new DefaultChannelGroup(GlobalEventExecutor.INSTANCE));
        try (Party party = browsers.come(List.of("one", "two"), server.port())) {
            party.awaitWaiting(LONG);
            party.comeBack(other.port(), Comeback.AT_ONCE);
            assertThat(party.count().waiting()).as("where they are to be").isZero();
            server.disposeNow();
            connections.close().awaitUninterruptibly();
            party.awaitHealed(LONG);

            assertThat(party.count()).isEqualTo(new Count(2, 0, 2, 0));
            assertThat(party.seen())
                    .allSatisfy(each -> assertThat(each.stateAt()).isGreaterThan(each.lostAt()));
        } finally {
            other.disposeNow();
        }
    }

    @Test
    void whoIsRefusedDoesNotPassForWaiting() {
        try (Party party = browsers.come(List.of("unknown"), server.port())) {
            assertThatThrownBy(() -> party.awaitWaiting(LONG)).hasMessageContaining("1 answers were not 200");
        }
    }

    @Test
    void clocksAreTheSame() {
        assertThat(browsers.compareClocks()).isPositive();
    }

    private void tell(String token, int ending) {
        requireNonNull(waiting.get(token))
                .tryEmitValue(
                        "event: outcome\ndata: {\"status\":\"confirmed\",\"numberEnding\":\"" + ending + "\"}\n\n")
                .orThrow();
    }

    /** A server, and those who are connected to it: its end leaves them where they are. */
    private DisposableServer serve(ChannelGroup connections) {
        return HttpServer.create()
                .host("127.0.0.1")
                .doOnConnection(connection -> connections.add(connection.channel()))
                .route(routes -> routes.get("/v1/watch", (request, response) -> {
                    String token = request.requestHeaders().get("Authorization").substring("Bearer ".length());
                    if (token.equals("unknown")) {
                        return response.status(404).send();
                    }
                    Sinks.One<String> told = Sinks.one();
                    waiting.put(token, told);
                    return response.sse().sendString(Flux.concat(Mono.just(PENDING), told.asMono()));
                }))
                .bindNow();
    }
}
