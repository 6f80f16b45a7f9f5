/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Two relying parties with one short code see nothing of each other. */
class ForeignChallengesTests {

    private static final String NOBODYS = "chl_00000000000000000000000000";
    private static final String ACME = Running.STACK.secrets().acmeKey();
    private static final String OTHER = Running.STACK.secrets().otherKey();

    /** How far a challenge has come. */
    enum Stage {
        PENDING,
        CANCELLED,
        CONFIRMED,
        REDEEMED
    }

    @ParameterizedTest
    @EnumSource
    void anothers_challenge_is_answered_as_one_that_never_was(Stage stage) {
        String id = challengeAt(stage).path("id").asString();

        for (String method : List.of("GET", "DELETE", "POST")) {
            String suffix = method.equals("POST") ? "/redemption" : "";
            HttpResponse<String> foreign = named(method, "/v1/challenges/" + id + suffix, OTHER);
            HttpResponse<String> nobodys = named(method, "/v1/challenges/" + NOBODYS + suffix, OTHER);

            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(nobodys.body());
            assertThat(foreign.headers()).isEqualTo(nobodys.headers());
        }
        assertThat(Running.api("GET", "/v1/challenges/" + id, ACME, "").body())
                .contains(stage == Stage.REDEEMED ? "confirmed" : stage.name().toLowerCase(Locale.ROOT));
    }

    private static JsonNode challengeAt(Stage stage) {
        String number = Running.stranger();
        JsonNode challenge = Running.create("{\"msisdn\":\"" + number + "\"}");
        String path = "/v1/challenges/" + challenge.path("id").asString();
        switch (stage) {
            case PENDING -> {}
            case CANCELLED -> Running.api("DELETE", path, ACME, "");
            case CONFIRMED, REDEEMED -> {
                Running.text(number, challenge.path("code").asString());
                var _ = Running.awaitStatus(challenge, "confirmed");
                if (stage == Stage.REDEEMED) {
                    assertThat(Running.api("POST", path + "/redemption", ACME, "")
                                    .statusCode())
                            .isEqualTo(200);
                }
            }
        }
        return challenge;
    }

    /** What is drawn for both is one code, which chance does once in 2^40 draws: only the first gets it. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void one_code_confirms_one_challenge_of_one_relying_party(boolean acmeFirst, boolean acmesKeyword) {
        long seed = System.nanoTime();
        String code = FoundCodes.first(new Random(seed), "ACME LOGIN", "OTHER").normal();
        String firstKey = acmeFirst ? ACME : OTHER;
        String secondKey = acmeFirst ? OTHER : ACME;
        String number = Running.stranger();
        JsonNode first = createWith(code, firstKey, number);
        JsonNode second = createWith(code, secondKey, number);
        assertThat(first.path("code").asString()).as("seed %d", seed).isEqualTo(code);
        assertThat(second.path("code").asString()).as("seed %d", seed).isNotEqualTo(code);

        Running.text(number, (acmesKeyword ? "ACME LOGIN " : "OTHER ") + code);
        Running.awaitVerifier();

        JsonNode ofSecond = shown(second, secondKey);
        assertThat(ofSecond.path("status").asString()).as("seed %d", seed).isEqualTo("pending");
        assertThat(ofSecond.has("evidence")).as("seed %d", seed).isFalse();
        if (acmeFirst == acmesKeyword) {
            assertThat(shown(first, firstKey).path("status").asString())
                    .as("seed %d", seed)
                    .isEqualTo("confirmed");
        }
    }

    private static JsonNode createWith(String code, String key, String number) {
        Running.RANDOM.nextCode(code);
        HttpResponse<String> answer = Running.api("POST", "/v1/challenges", key, "{\"msisdn\":\"" + number + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return Json.MAPPER.readTree(answer.body());
    }

    private static JsonNode shown(JsonNode challenge, String key) {
        return Json.MAPPER.readTree(
                Running.api("GET", "/v1/challenges/" + challenge.path("id").asString(), key, "")
                        .body());
    }

    /** With a name, so that what is asked for twice is one wish. */
    private static HttpResponse<String> named(String method, String path, String key) {
        return Running.send(HttpRequest.newBuilder(
                        URI.create(Addresses.url(Running.STACK.addresses().challenge()) + path))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "sweep")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
