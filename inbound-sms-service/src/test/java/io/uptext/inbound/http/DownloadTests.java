/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is fetched comes whole, soon, from where it was asked for, and is not too large; or it does not come. */
class DownloadTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Semaphore end = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    DownloadTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.release(100);
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            switch (path) {
                case "/largest" -> send(exchange, 200, new byte[Download.LARGEST]);
                case "/too-large" -> send(exchange, 200, new byte[Download.LARGEST + 1]);
                case "/elsewhere" -> {
                    exchange.getResponseHeaders().add("Location", "/largest");
                    send(exchange, 302, new byte[0]);
                }
                case "/drip" -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    end.acquireUninterruptibly();
                }
                default -> send(exchange, 404, new byte[] {1});
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Test
    void whatFitsComesWhole() throws IOException {
        assertThat(new PlainFetcher().get(at("/largest"))).hasSize(Download.LARGEST);
    }

    @Test
    void whatIsTooLargeDoesNotCome() {
        assertThatThrownBy(() -> new PlainFetcher().get(at("/too-large"))).isInstanceOf(IOException.class);
    }

    @Test
    void anythingButAYesIsNoDocument() {
        assertThatThrownBy(() -> new PlainFetcher().get(at("/nothing"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new PlainFetcher().get(at("/elsewhere"))).isInstanceOf(IOException.class);
        assertThat(asked).containsExactly("/nothing", "/elsewhere");
    }

    @Test
    void aBodyThatDoesNotEndIsNotWaitedFor() {
        Download download = new Download("http", Duration.ofMillis(300));

        assertThatThrownBy(() -> download.get(at("/drip"))).isInstanceOf(IOException.class);
        assertThat(asked).containsExactly("/drip");
    }

    @Test
    void anotherSchemeIsNotEvenTried() {
        assertThatThrownBy(() -> new HttpsFetcher().get(at("/largest"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new PlainFetcher().get(URI.create("file:///etc/passwd")))
                .isInstanceOf(IOException.class);
        assertThat(asked).isEmpty();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
