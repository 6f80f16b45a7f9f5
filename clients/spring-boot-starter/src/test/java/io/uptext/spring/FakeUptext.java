/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.uptext.client.UptextClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Uptext that answers as it is told to, for what a real one does seldom. */
public final class FakeUptext implements AutoCloseable {

    public static final String ID = "chl_0123456789abcdefghjkmnpqrs";
    public static final String NUMBER = "+46701234523";

    private static final JsonMapper JSON = new JsonMapper();

    public final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What creating, reading and redeeming answer: a status with the body of it, or the name of a problem. */
    public volatile int createStatus = 201;

    public volatile String create = created(Instant.now());
    public volatile int readStatus = 200;
    public volatile String read = challenge("confirmed", ",\"msisdn\":\"" + NUMBER + "\"", Instant.now());
    public volatile int redeemStatus = 200;
    public volatile String redeem = "";
    public volatile String nonceOfProofs = "";
    public volatile Runnable beforeRedemption = () -> {};

    private final ECKey key = key();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile String nonce = "";

    /** What came. */
    public record Request(String method, String path, String name, JsonNode body) {}

    public FakeUptext() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public UptextClient client() {
        return UptextClient.builder()
                .url(URI.create(url()))
                .apiKey("upk_acme_secret")
                .issuer(url())
                .relyingParty("acme")
                .totalTimeout(Duration.ofMillis(300))
                .build();
    }

    public List<Request> redemptions() {
        return requests.stream()
                .filter(request -> request.path().endsWith("/redemption"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String name = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode json = JSON.readTree(body.isEmpty() ? "{}" : body);
        if (path.endsWith("jwks.json")) {
            answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            return;
        }
        requests.add(new Request(exchange.getRequestMethod(), path, name == null ? "" : name, json));
        if (path.endsWith("/redemption")) {
            beforeRedemption.run();
            String granted = json.path("disavow").asBoolean(false)
                    ? "{\"id\":\"%s\",\"disavowedAt\":\"%s\"}".formatted(ID, Instant.now())
                    : redeemed();
            answer(exchange, redeemStatus, redeemStatus == 200 ? granted : redeem);
        } else if (path.equals("/v1/challenges")) {
            nonce = json.path("nonce").asString("");
            answer(exchange, createStatus, create);
        } else {
            answer(exchange, readStatus, read);
        }
    }

    private String redeemed() {
        return "{\"id\":\"%s\",\"subject\":\"%s\",\"msisdn\":\"%s\",\"redeemedAt\":\"%s\",\"proof\":\"%s\"}"
                .formatted(ID, NUMBER, NUMBER, Instant.now(), proof());
    }

    private String proof() {
        Instant now = Instant.now();
        SignedJWT proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("uptext-proof+jwt"))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(url())
                        .audience("acme")
                        .subject(NUMBER)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .jwtID("rdm_1")
                        .claim("nonce", nonceOfProofs.isEmpty() ? nonce : nonceOfProofs)
                        .claim("auth_time", now.getEpochSecond())
                        .claim("amr", List.of("sms_mo"))
                        .claim("challenge_id", ID)
                        .claim("route_trust", "T2")
                        .claim("evidence", Map.of())
                        .build());
        try {
            proof.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return proof.serialize();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.getResponseHeaders().set("Retry-After", "30");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public static String problem(String type) {
        return "{\"type\":\"urn:uptext:problem:" + type + "\"}";
    }

    public static String challenge(String status, String more, Instant expiresAt) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"destination\":\"50500\",\"createdAt\":\"%s\",\"expiresAt\":\"%s\"%s}"
                .formatted(ID, status, expiresAt.minusSeconds(180), expiresAt, more);
    }

    private static String created(Instant now) {
        return """
                {"id":"%s","status":"pending","relyingPartyName":"Acme","code":"7KQ4M2XHC","codeDisplay":"7KQ4-M2XH-C",
                 "text":"ACME 7KQ4M2XHC",
                 "destination":"50500","smsLinks":{"standard":"sms:a","ios":"sms:b","both":"sms:c"},"qrSvg":"<svg/>",
                 "createdAt":"%s","expiresAt":"%s","waitToken":"upw_secret","watchUrl":"https://watch.example.com:8443/v1/watch"}
                """.formatted(ID, now, now.plusSeconds(180));
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
