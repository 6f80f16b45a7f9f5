/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.acme;

import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import io.uptext.quickstart.web.Answers;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server side of the demo site: it holds the API key, and believes a sign-in only when it has redeemed the challenge,
 * whatever the browser claims. One of its pages takes in Uptext's element, another one sends the browser to Uptext's page.
 */
public final class Acme {

    private final Uptext uptext;
    private final Sessions sessions = new Sessions();
    private final RedirectPages redirects;
    private final String phoneUrl;

    /**
     * A site that creates challenges at {@code challengeUrl}.
     *
     * @param url its own
     */
    public Acme(HttpClient http, String challengeUrl, String apiKey, String url, String phoneUrl) {
        this.uptext = new Uptext(http, challengeUrl, apiKey);
        this.redirects = new RedirectPages(uptext, sessions, url);
        this.phoneUrl = phoneUrl;
    }

    /** What its pages call. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/demo.json", _ -> Answers.json(Map.of("phoneUrl", phoneUrl)))
                .POST("/sign-in", this::signIn)
                .POST("/cancel", this::cancel)
                .POST("/disavow", this::disavow)
                .POST("/session", this::session)
                .POST("/sign-out", this::signOut)
                .add(redirects.routes())
                .build();
    }

    private Mono<ServerResponse> signIn(ServerRequest request) {
        return RequestBodies.bytes(request).flatMap(body -> {
            ObjectNode wish = Uptext.wish(request);
            JsonNode asked = body.length == 0 ? wish : Json.MAPPER.readTree(body);
            if (asked.path("msisdn").isString()) {
                wish.set("msisdn", asked.path("msisdn"));
            }
            String verifier = sessions.secret();
            wish.put("codeChallenge", Sessions.sha256(verifier));
            // A browser that starts again waits for the first no more, and a number may not have many.
            return cancelled(request).then(uptext.create(wish)).flatMap(answer -> {
                if (answer.statusCode() != 201) {
                    return Answers.problemOf(answer);
                }
                JsonNode challenge = Json.MAPPER.readTree(answer.body());
                return ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cookie(sessions.begin(Sessions.Waiting.of(challenge, verifier)))
                        .bodyValue(Json.MAPPER.writeValueAsBytes(Map.of("challenge", challenge)));
            });
        });
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        return cancelled(request).then(ServerResponse.noContent().build());
    }

    private Mono<HttpResponse<String>> cancelled(ServerRequest request) {
        return Mono.justOrEmpty(sessions.waiting(request)).flatMap(uptext::cancel);
    }

    private Mono<ServerResponse> disavow(ServerRequest request) {
        return Mono.justOrEmpty(sessions.waiting(request))
                .flatMap(uptext::disavow)
                .then(ServerResponse.noContent().cookie(sessions.end(request)).build());
    }

    private Mono<ServerResponse> session(ServerRequest request) {
        return Mono.justOrEmpty(sessions.waiting(request))
                .flatMap(uptext::redeem)
                .filter(answer -> answer.statusCode() == 200)
                .flatMap(answer -> Answers.json(Map.of("number", number(answer))))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(
                        409, "Not signed in", "Acme has no word yet that your text has arrived. Please start again.")));
    }

    /** Who has signed in, masked as a page shows it. */
    static String number(HttpResponse<String> redeemed) {
        String e164 = Json.MAPPER.readTree(redeemed.body()).path("msisdn").asString("");
        return Msisdn.ofE164(e164).toString();
    }

    private Mono<ServerResponse> signOut(ServerRequest request) {
        return ServerResponse.noContent().cookie(sessions.end(request)).build();
    }
}
