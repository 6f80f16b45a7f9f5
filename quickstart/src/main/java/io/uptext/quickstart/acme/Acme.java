/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.acme;

import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import io.uptext.quickstart.web.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server side of the demo site: it holds the API key, and believes a sign-in only when it has redeemed the challenge,
 * whatever the browser claims.
 */
public final class Acme {

    private static final String COOKIE = "acme_session";
    private static final int SESSION_BYTES = 16;
    private static final int VERIFIER_BYTES = 32;

    private final HttpClient http;
    private final URI challenges;
    private final String apiKey;
    private final String phoneUrl;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Waiting> waitingBySession = new ConcurrentHashMap<>();

    /**
     * What a session waits for.
     *
     * @param challenge its challenge
     * @param verifier what shows at the redemption that the challenge was created for this session (PKCE)
     */
    private record Waiting(String challenge, String verifier) {

        @Override
        public String toString() {
            return challenge;
        }
    }

    /** A site that creates challenges at {@code challengeUrl}. */
    public Acme(HttpClient http, String challengeUrl, String apiKey, String phoneUrl) {
        this.http = http;
        this.challenges = URI.create(challengeUrl + "/v1/challenges");
        this.apiKey = apiKey;
        this.phoneUrl = phoneUrl;
    }

    /** What its page calls. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/demo.json", _ -> Answers.json(Map.of("phoneUrl", phoneUrl)))
                .POST("/sign-in", this::signIn)
                .POST("/cancel", this::cancel)
                .POST("/session", this::session)
                .POST("/sign-out", this::signOut)
                .build();
    }

    private Mono<ServerResponse> signIn(ServerRequest request) {
        return RequestBodies.bytes(request).flatMap(body -> {
            String verifier = randomHex(VERIFIER_BYTES);
            ObjectNode wish = Json.MAPPER.createObjectNode();
            wish.put("codeChallenge", sha256(verifier));
            JsonNode asked = body.length == 0 ? wish : Json.MAPPER.readTree(body);
            if (asked.path("msisdn").isString()) {
                wish.set("msisdn", asked.path("msisdn"));
            }
            wish.putObject("context").put("action", "Sign in to Acme").put("device", device(request));
            // A browser that starts again waits for the first no more, and a number may not have many.
            return cancel(request)
                    .then(call("POST", challenges, wish.toString()))
                    .flatMap(answer -> {
                        if (answer.statusCode() != 201) {
                            return Answers.problemOf(answer);
                        }
                        ObjectNode challenge = (ObjectNode) Json.MAPPER.readTree(answer.body());
                        challenge.set("smsLink", challenge.path("smsLinks").path("both"));
                        String session = randomHex(SESSION_BYTES);
                        waitingBySession.put(
                                session, new Waiting(challenge.path("id").asString(), verifier));
                        return ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .cookie(cookie(session, -1))
                                .bodyValue(Json.MAPPER.writeValueAsBytes(Map.of("challenge", challenge)));
                    });
        });
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        return Mono.justOrEmpty(waiting(request))
                .flatMap(waiting -> call("DELETE", challenges.resolve("/v1/challenges/" + waiting.challenge()), ""))
                .then(ServerResponse.noContent().build());
    }

    private Mono<ServerResponse> session(ServerRequest request) {
        return Mono.justOrEmpty(waiting(request))
                .flatMap(this::redeem)
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> Json.MAPPER.readTree(answer.body()))
                .flatMap(redeemed -> Answers.json(
                        Map.of("number", masked(redeemed.path("msisdn").asString("")))))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(
                        409, "Not signed in", "Acme has no word yet that your text has arrived. Please start again.")));
    }

    /** Once for each challenge, so that nobody else signs in on it; the page may ask again all the same. */
    private Mono<HttpResponse<String>> redeem(Waiting waiting) {
        String body = Json.MAPPER
                .createObjectNode()
                .put("codeVerifier", waiting.verifier())
                .toString();
        URI url = challenges.resolve("/v1/challenges/" + waiting.challenge() + "/redemption");
        return call("POST", url, body, "Idempotency-Key", sha256(waiting.verifier()));
    }

    private Mono<ServerResponse> signOut(ServerRequest request) {
        session(request.cookies().getFirst(COOKIE)).ifPresent(waitingBySession::remove);
        return ServerResponse.noContent().cookie(cookie("", 0)).build();
    }

    private Mono<HttpResponse<String>> call(String method, URI url, String body, String... headers) {
        HttpRequest.Builder building = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + apiKey)
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            building.headers(headers);
        }
        HttpRequest request = building.build();
        return Mono.fromFuture(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .onErrorMap(IOException.class, _ -> Problem.UNAVAILABLE.because("Uptext does not answer just now."));
    }

    private Optional<Waiting> waiting(ServerRequest request) {
        return session(request.cookies().getFirst(COOKIE)).map(waitingBySession::get);
    }

    private static Optional<String> session(@Nullable HttpCookie cookie) {
        return Optional.ofNullable(cookie).map(HttpCookie::getValue);
    }

    private String randomHex(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ResponseCookie cookie(String value, long maxAge) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(maxAge)
                .build();
    }

    private static String device(ServerRequest request) {
        String agent =
                Optional.ofNullable(request.headers().firstHeader("User-Agent")).orElse("");
        String browser = agent.contains("Firefox") ? "Firefox" : agent.contains("Chrome") ? "Chrome" : "A browser";
        String system = agent.contains("Android")
                ? "Android"
                : agent.contains("iPhone") ? "an iPhone" : agent.contains("Windows") ? "Windows" : "a computer";
        return browser + " on " + system;
    }

    private static String masked(String e164) {
        return Msisdn.ofE164(e164).toString();
    }
}
