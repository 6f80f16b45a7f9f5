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
import java.security.SecureRandom;
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
 * The server side of the demo site: it holds the API key, and believes a sign-in only when the challenge service says so,
 * whatever the browser claims.
 */
public final class Acme {

    private static final String COOKIE = "acme_session";

    private final HttpClient http;
    private final URI challenges;
    private final String apiKey;
    private final String phoneUrl;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> challengeBySession = new ConcurrentHashMap<>();

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
            ObjectNode wish = Json.MAPPER.createObjectNode();
            JsonNode asked = body.length == 0 ? wish : Json.MAPPER.readTree(body);
            if (asked.path("msisdn").isString()) {
                wish.set("msisdn", asked.path("msisdn"));
            }
            wish.putObject("context").put("action", "Sign in to Acme").put("device", device(request));
            return call("POST", challenges, wish.toString()).flatMap(answer -> {
                if (answer.statusCode() != 201) {
                    return Answers.problemOf(answer);
                }
                ObjectNode challenge = (ObjectNode) Json.MAPPER.readTree(answer.body());
                challenge.set("smsLink", challenge.path("smsLinks").path("both"));
                String session = newSession();
                challengeBySession.put(session, challenge.path("id").asString());
                return ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cookie(cookie(session, -1))
                        .bodyValue(Json.MAPPER.writeValueAsBytes(Map.of("challenge", challenge)));
            });
        });
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        return Mono.justOrEmpty(challenge(request))
                .flatMap(id -> call("DELETE", challenges.resolve("/v1/challenges/" + id), ""))
                .then(ServerResponse.noContent().build());
    }

    private Mono<ServerResponse> session(ServerRequest request) {
        return Mono.justOrEmpty(challenge(request))
                .flatMap(id -> call("GET", challenges.resolve("/v1/challenges/" + id), ""))
                .map(answer -> Json.MAPPER.readTree(answer.body()))
                .filter(shown -> shown.path("status").asString("").equals("confirmed"))
                .flatMap(shown -> Answers.json(
                        Map.of("number", masked(shown.path("msisdn").asString("")))))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(
                        409, "Not signed in", "Acme has no word yet that your text has arrived. Please start again.")));
    }

    private Mono<ServerResponse> signOut(ServerRequest request) {
        session(request.cookies().getFirst(COOKIE)).ifPresent(challengeBySession::remove);
        return ServerResponse.noContent().cookie(cookie("", 0)).build();
    }

    private Mono<HttpResponse<String>> call(String method, URI url, String body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + apiKey)
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return Mono.fromFuture(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .onErrorMap(IOException.class, _ -> Problem.UNAVAILABLE.because("Uptext does not answer just now."));
    }

    private Optional<String> challenge(ServerRequest request) {
        return session(request.cookies().getFirst(COOKIE)).map(challengeBySession::get);
    }

    private static Optional<String> session(@Nullable HttpCookie cookie) {
        return Optional.ofNullable(cookie).map(HttpCookie::getValue);
    }

    private String newSession() {
        byte[] session = new byte[16];
        random.nextBytes(session);
        return HexFormat.of().formatHex(session);
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
