/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.generic.GenericDoor;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.DurablePublishing;
import io.uptext.inbound.receive.InMemory;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.Joining;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.Reception;
import io.uptext.inbound.twilio.TwilioDoor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/** Two connectors behind the real edge of HTTP, at a fixed time, into a recording sink. */
public final class Ingress {

    public static final Instant NOW = Instant.parse("2026-09-24T10:15:30.123456789Z");
    static final Pepper PEPPER = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
    static final String TOKEN = "twilio-auth-token";
    static final String URL = "https://sms.example.com/v1/inbound/acme-twilio";

    private static final EventLoops LOOPS = new EventLoops();
    private static final String EDGE = "X-Edge";
    private static final Map<String, HttpServerRoutes> EDGES = new ConcurrentHashMap<>();
    private static final DisposableServer SERVER = server();
    private static final String BASE = "http://127.0.0.1:" + SERVER.port();
    private static final byte[] KEY = "a-key-of-at-least-24-bytes".getBytes(UTF_8);

    final RecordingSink sink = new RecordingSink();
    private final WebTestClient client = start();

    private WebTestClient start() {
        Connector twilio = Connectors.of(new TwilioDoor())
                .named("acme-twilio")
                .secrets(TOKEN)
                .at("+46701112233")
                .publicUrl(URL)
                .build();
        Connector generic = Connectors.of(new GenericDoor())
                .named("acme-generic")
                .secrets("whsec_" + Base64.getEncoder().encodeToString(KEY))
                .at("+46701112233")
                .trusted(RouteTrust.T1)
                .build();
        return client(sink, List.of(twilio, generic));
    }

    /** The real edge of HTTP with these connectors. */
    public static WebTestClient client(InboundSmsSink sink, List<Connector> connectors) {
        return client(sink, connectors, new InMemory(), new Workers(100, LOOPS));
    }

    /** The real edge of HTTP with these connectors, with another memory of nonces and on these threads. */
    public static WebTestClient client(
            InboundSmsSink sink, List<Connector> connectors, NonceMemory nonces, Workers workers) {
        InMemory memory = new InMemory();
        Deliveries deliveries = new Deliveries(
                new Intake(
                        new Reception(PEPPER),
                        new Joining(memory, PEPPER),
                        new DurablePublishing(sink, memory, LOOPS::here)),
                nonces,
                address -> {
                    throw new IOException("nothing is fetched in this test");
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        HttpServerRoutes edge = new InboundRoute(connectors, deliveries, workers).apply(HttpServerRoutes.newRoutes());
        String name = UUID.randomUUID().toString();
        EDGES.put(name, edge);
        return WebTestClient.bindToServer()
                .baseUrl(BASE)
                .defaultHeader(EDGE, name)
                .build();
    }

    /** Where a client reaches what is at {@code url}: its path and query to the letter. */
    static URI here(URI url) {
        return URI.create(BASE + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }

    /** One server for all edges: a header says which one is meant. */
    private static DisposableServer server() {
        return HttpServer.create()
                .runOn(LOOPS.resources())
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> requireNonNull(
                                EDGES.get(request.requestHeaders().get(EDGE)))
                        .apply(request, response))
                .bindNow();
    }

    WebTestClient client() {
        return client;
    }

    static Map<String, String> message(String from, String to, String text) {
        return Map.of("MessageSid", "SM1", "From", from, "To", to, "Body", text, "NumMedia", "0");
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Delivers as Twilio does. */
    WebTestClient.ResponseSpec twilio(Map<String, String> parameters) {
        StringBuilder signed = new StringBuilder(URL);
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        String signature = Signatures.hmac(
                "HmacSHA1", TOKEN.getBytes(UTF_8), signed.toString().getBytes(UTF_8));
        return twilio(form(parameters), signature);
    }

    WebTestClient.ResponseSpec twilio(String form, String signature) {
        return client.post()
                .uri("/v1/inbound/acme-twilio")
                .header("X-Twilio-Signature", signature)
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded; charset=UTF-8")
                .bodyValue(form.getBytes(UTF_8))
                .exchange();
    }

    /** Delivers to the generic door, rightly signed. */
    WebTestClient.ResponseSpec generic(String json) {
        return generic(json, NOW, MediaType.APPLICATION_JSON_VALUE);
    }

    WebTestClient.ResponseSpec generic(String json, Instant attempt, String contentType) {
        byte[] head = ("id-1." + attempt.getEpochSecond() + ".").getBytes(UTF_8);
        return generic(
                json, attempt, contentType, "v1," + Signatures.hmac("HmacSHA256", KEY, head, json.getBytes(UTF_8)));
    }

    WebTestClient.ResponseSpec generic(String json, Instant attempt, String contentType, String signature) {
        return client.post()
                .uri("/v1/inbound/acme-generic")
                .header("webhook-id", "id-1")
                .header("webhook-timestamp", Long.toString(attempt.getEpochSecond()))
                .header("webhook-signature", signature)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .bodyValue(json.getBytes(UTF_8))
                .exchange();
    }

    static String json(String from, String to, String text) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(from, to, text);
    }
}
