/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.acme;

import io.uptext.platform.http.Problem;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What Acme's server asks of Uptext, with its API key. */
final class Uptext {

    private final HttpClient http;
    private final URI challenges;
    private final String apiKey;

    Uptext(HttpClient http, String challengeUrl, String apiKey) {
        this.http = http;
        this.challenges = URI.create(challengeUrl + "/v1/challenges");
        this.apiKey = apiKey;
    }

    /** What every challenge of Acme says of itself. */
    static ObjectNode wish(ServerRequest request) {
        ObjectNode wish = Json.MAPPER.createObjectNode();
        wish.putObject("context").put("action", "Sign in to Acme").put("device", Device.of(request));
        return wish;
    }

    Mono<HttpResponse<String>> create(ObjectNode wish) {
        return call("POST", challenges, wish.toString());
    }

    Mono<HttpResponse<String>> cancel(Sessions.Waiting waiting) {
        return call("DELETE", challenges.resolve("/v1/challenges/" + waiting.challenge()), "");
    }

    /** Once for each challenge, so that nobody else signs in on it; the page may ask again all the same. */
    Mono<HttpResponse<String>> redeem(Sessions.Waiting waiting) {
        return redemption(waiting, Json.MAPPER.createObjectNode());
    }

    /** Says that the person has not sent that text: nobody signs in on it any more. */
    Mono<HttpResponse<String>> disavow(Sessions.Waiting waiting) {
        return redemption(waiting, Json.MAPPER.createObjectNode().put("disavow", true));
    }

    private Mono<HttpResponse<String>> redemption(Sessions.Waiting waiting, ObjectNode body) {
        URI url = challenges.resolve("/v1/challenges/" + waiting.challenge() + "/redemption");
        body.put("codeVerifier", waiting.verifier());
        return call("POST", url, body.toString(), "Idempotency-Key", waiting.codeChallenge());
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
}
