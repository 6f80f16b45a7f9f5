/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as it was told to, one answer after the other, and the last of them from then on. */
final class Peer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    static final String KEY = "upk_acme_0123456789abcdef";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<Answer> script = new ConcurrentLinkedDeque<>();

    final List<Request> requests = new CopyOnWriteArrayList<>();

    record Request(String method, String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private Peer(int port, Answer... answers) {
        script.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static Peer that(Answer... answers) {
        return new Peer(0, answers);
    }

    static Peer at(int port, Answer... answers) {
        return new Peer(port, answers);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        Answer answer = script.size() > 1 ? script.remove() : script.element();
        try {
            answer.give(exchange);
        } catch (InterruptedException e) {
            exchange.close();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    UptextClientBuilder client() {
        return clientOf(url());
    }

    static UptextClientBuilder clientOf(URI url) {
        return UptextClient.builder()
                .url(url)
                .apiKey(KEY)
                .issuer("https://sms.example.com")
                .relyingParty("acme")
                .totalTimeout(Duration.ofSeconds(20));
    }

    static Answer json(int status, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static Answer problem(int status, String type, String... headers) {
        return json(
                status,
                "{\"type\":\"urn:uptext:problem:%s\",\"status\":%d,\"title\":\"T\",\"detail\":\"D\"}"
                        .formatted(type, status),
                headers);
    }

    /** Ends the connection without an answer. */
    static Answer reset() {
        return HttpExchange::close;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static final String CREATED = """
            {"id":"chl_0123456789abcdefghjkmnpqrs","status":"pending","relyingPartyName":"Acme","code":"7KQ4M2XHC","codeDisplay":"7KQ4-M2XH-C",
             "text":"ACME LOGIN 7KQ4M2XHC","destination":"50500",
             "smsLinks":{"standard":"sms:50500?body=a","ios":"sms:50500&body=a","both":"sms:50500?&body=a"},
             "qrSvg":"<svg/>","createdAt":"2026-11-24T08:00:00.000Z","expiresAt":"2026-11-24T08:03:00.000Z",
             "waitToken":"upw_secretsecret","watchUrl":"https://watch.example.com/v1/watch","later":[1]}
            """;

    static final String CONFIRMED = """
            {"id":"chl_0123456789abcdefghjkmnpqrs","status":"confirmed","msisdn":"+46701234567","routeTrust":"T2",
             "destination":"50500","createdAt":"2026-11-24T08:00:00.000Z","expiresAt":"2026-11-24T08:03:00.000Z",
             "decidedAt":"2026-11-24T08:01:00.000Z","metadata":{"a":"b"},
             "evidence":{"messageId":"msg_1","connector":"c","routeTrust":"T2","receivedAt":"2026-11-24T08:01:00.000Z",
             "network":{"code":"24001"},"decidedAt":"2026-11-24T08:01:00.010Z"}}
            """;

    static final String REDEEMED = """
            {"id":"chl_0123456789abcdefghjkmnpqrs","msisdn":"+46701234567","subject":"+46701234567","redeemedAt":"2026-11-24T08:01:02.000Z",
             "proof":"a.b.c"}
            """;
}
