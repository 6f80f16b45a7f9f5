/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Closing;
import io.uptext.chaos.promise.Connection;
import io.uptext.chaos.promise.Heard;
import io.uptext.contracts.vocabulary.WaitToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page notes what it is served, right or wrong, and comes again for as long as it does not know the end. */
class PageTests {

    private static final WaitToken TOKEN = WaitToken.of(new byte[WaitToken.BYTES]);
    private static final String STATE = """
            event: state
            retry: 1
            data: {"status":"pending","expiresAt":"2026-03-01T12:01:00.000Z"}

            """;
    private static final String OUTCOME = """
            event: outcome
            data: {"status":"confirmed"}

            """;

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> bearers = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // before each test
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/watch", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.shutdownNow();
    }

    @Test
    void itComesAgainUntilItKnowsTheEndAndNotesEachConnection() {
        List<Connection> connections = watch(STATE, "503", STATE + ":\n\n" + OUTCOME);

        assertThat(connections).extracting(Connection::status).containsExactly(200, 503, 200);
        assertThat(connections)
                .extracting(each -> each.heard().stream().map(Heard::event).toList())
                .containsExactly(List.of("state"), List.of(), List.of("state", "outcome"));
        assertThat(connections)
                .extracting(Connection::closing)
                .containsExactly(Closing.BY_SERVER, Closing.BROKEN, Closing.BY_SERVER);
        assertThat(bearers).hasSize(3).containsOnly("Bearer " + TOKEN.reveal());
    }

    @Test
    void itGoesWhenItsTokenIsNone() {
        assertThat(watch("404", STATE)).hasSize(1);
    }

    @Test
    void itNotesWhatFollowsTheEndAndWhatComesBeforeTheState() {
        assertThat(watch(OUTCOME + STATE + OUTCOME))
                .singleElement()
                .extracting(each -> each.heard().stream().map(Heard::event).toList())
                .isEqualTo(List.of("outcome", "state", "outcome"));
    }

    @Test
    void aConnectionThatIsNotMadeIsNotedToo() {
        answers.addAll(List.of(STATE + OUTCOME));
        Page page = page();
        List<Place> places = List.of(new Place(2, address()), new Place(1, URI.create("http://127.0.0.1:1")));

        page.run(new Door(places, client, Clock.systemUTC()), _ -> {}, () -> {});

        assertThat(page.watched().connections())
                .allMatch(each -> (each.instance() == 1) == (each.status() == 0))
                .last()
                .satisfies(last -> assertThat(last.end()).isPresent());
    }

    private List<Connection> watch(String... all) {
        answers.addAll(Arrays.asList(all));
        Page page = page();
        page.run(new Door(List.of(new Place(1, address())), client, Clock.systemUTC()), _ -> {}, () -> {});
        return page.watched().connections();
    }

    private static Page page() {
        return new Page("page", Party.ACME, Challenges.with(TOKEN), TOKEN, 1, Challenges.NOW);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = answers.remove();
            if (answer.length() == 3) {
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(Integer.parseInt(answer), -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
            }
        }
    }
}
