/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Received;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The server of one relying party that webhooks call. It notes all that comes, in whatever mood it is. */
final class Target {

    private static final int TAKEN = 204;
    private static final int ELSEWHERE = 307;
    private static final int CANNOT = 500;

    private final Party party;
    private final URI elsewhere;
    private final Clock clock;
    private final Consumer<Received> received;
    private final ExecutorService threads;
    private final Seal seal;
    private final int port;
    private Mood mood = Mood.WELL;
    private @Nullable HttpServer server;

    /**
     * Opens one on a free port.
     *
     * @param elsewhere where it leads to when it redirects
     */
    Target(Party party, URI elsewhere, ExecutorService threads, Clock clock, Consumer<Received> received) {
        this.party = party;
        this.elsewhere = elsewhere;
        this.threads = threads;
        this.clock = clock;
        this.received = received;
        this.seal = new Seal(party.webhookSecret());
        this.port = Ports.free();
        listen();
    }

    /** Where it is, without a path. */
    URI origin() {
        return URI.create("http://127.0.0.1:" + port);
    }

    synchronized void be(Mood next) {
        mood = next;
        // Whoever hangs looks again.
        notifyAll();
        if (next == Mood.GONE) {
            close();
        } else if (server == null) {
            listen();
        }
    }

    private synchronized void listen() {
        try {
            HttpServer next = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            next.setExecutor(threads);
            next.createContext("/", this::take);
            next.start();
            server = next;
        } catch (IOException e) {
            throw new UncheckedIOException("the target of " + party + " cannot listen", e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Mood now = mood();
            received.accept(read(exchange, body, now == Mood.WELL));
            switch (now) {
                case WELL -> exchange.sendResponseHeaders(TAKEN, -1);
                case FAILING, GONE -> exchange.sendResponseHeaders(CANNOT, -1);
                case REDIRECTING -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.toString());
                    exchange.sendResponseHeaders(ELSEWHERE, -1);
                }
                case HANGING -> {
                    awaitOtherMood();
                    exchange.sendResponseHeaders(CANNOT, -1);
                }
            }
        }
    }

    private synchronized Mood mood() {
        return mood;
    }

    private synchronized void awaitOtherMood() {
        try {
            while (mood == Mood.HANGING) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Received read(HttpExchange exchange, byte[] body, boolean isTaken) {
        String id = header(exchange, "webhook-id");
        boolean isSigned = seal.isOn(
                id,
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body,
                clock.instant());
        JsonNode data = data(body);
        return new Received(
                party.id(),
                exchange.getRequestURI().getPath(),
                clock.instant(),
                id,
                isSigned,
                new String(body, UTF_8),
                challenge(data.path("challengeId").asString("")),
                status(data.path("status").asString("")),
                isTaken);
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static JsonNode data(byte[] body) {
        try {
            return Json.MAPPER.readTree(body).path("data");
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable ChallengeId challenge(String text) {
        try {
            return new ChallengeId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable ChallengeStatus status(String word) {
        return Arrays.stream(ChallengeStatus.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
