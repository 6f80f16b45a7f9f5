/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static io.uptext.quickstart.Running.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a relying party's own policy changes: what its codes look like, and whether it is told the number. */
class PartyPoliciesTests {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Path FILE = Running.STACK.settings().registry();
    private static final String BOUND = "{\"msisdn\":\"" + NUMBER + "\"}";

    private final SecureRandom random = new SecureRandom();
    private final ApiKey one = ApiKey.random(random);
    private final ApiKey two = ApiKey.random(random);
    private String before = "";

    @BeforeEach
    void keep() throws IOException {
        before = Files.readString(FILE);
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(FILE, before);
        await().atMost(SOON)
                .until(() -> call("GET", "/v1/challenges/chl_nothing", one, "").statusCode() == 401);
    }

    @Test
    void a_long_code_signs_in_as_proposed_and_typed_with_gaps() throws IOException {
        register(party("codes", one, "    code: long\n"));
        for (boolean withGaps : List.of(false, true)) {
            JsonNode challenge = create(one, "{}");
            assertThat(challenge.path("code").asString()).matches("[0-9A-HJKMNP-TV-Z]{14}");
            assertThat(challenge.path("codeDisplay").asString()).matches("(.{4}-){3}.{2}");

            Running.text(
                    Running.stranger(),
                    withGaps ? spaced(challenge) : challenge.path("text").asString());

            awaitConfirmed(one, challenge);
        }
    }

    @Test
    void a_code_of_digits_signs_in_its_phone_and_no_other() throws IOException {
        register(party("codes", one, "    mode: bound\n    code: digits\n"));
        assertThat(call("POST", "/v1/challenges", one, "{}").statusCode()).isEqualTo(422);
        JsonNode challenge = create(one, BOUND);
        assertThat(challenge.path("code").asString()).matches("[0-9]{9}");

        Running.text(Running.stranger(), spaced(challenge));
        Running.awaitVerifier();
        assertThat(show(one, challenge).path("status").asString()).isEqualTo("pending");

        Running.text(NUMBER, spaced(challenge));
        awaitConfirmed(one, challenge);
    }

    @Test
    void whoever_is_not_to_know_the_number_is_shown_it_in_no_answer() throws Exception {
        register(party("codes", one, "    subject: pairwise\n") + party("others", two, "    subject: pairwise\n"));
        String phone = Running.stranger();

        List<HttpResponse<String>> answers = new ArrayList<>();
        JsonNode challenge = confirmed(one, phone, answers);
        String path = "/v1/challenges/" + challenge.path("id").asString();
        HttpResponse<String> redeemed = call("POST", path + "/redemption", one, "");
        answers.add(redeemed);
        answers.add(call("POST", path + "/redemption", one, ""));
        answers.add(call("GET", path, one, ""));
        answers.add(call("GET", "/v1/challenges?status=confirmed", one, ""));
        answers.add(call("DELETE", path, one, ""));
        JsonNode redemption = Json.MAPPER.readTree(redeemed.body());

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(201, 200, 409, 200, 200, 409);
        assertThat(answers.get(4).body()).contains(challenge.path("id").asString());
        JWTClaimsSet claims = Proof.verified(redemption.path("proof").asString(), "codes");
        String subject = redemption.path("subject").asString();
        assertThat(subject).matches("[A-Za-z0-9_-]{43}").isEqualTo(claims.getSubject());
        assertThat(redemption.has("msisdn")).isFalse();
        assertThat(Json.MAPPER.readTree(answers.get(3).body()).path("evidence").propertyNames())
                .contains("messageId", "receivedAt");
        assertThat(claims.toString()).doesNotContain(phone.substring(1));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.body() + answer.headers().map()).doesNotContain(phone.substring(1)));

        assertThat(subject(one, confirmed(one, phone, new ArrayList<>()))).isEqualTo(subject);
        assertThat(subject(one, confirmed(one, Running.stranger(), new ArrayList<>())))
                .isNotEqualTo(subject);
        assertThat(subject(two, confirmed(two, phone, new ArrayList<>())))
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(subject);
    }

    @Test
    void what_is_told_is_what_the_registry_says_at_that_time() throws IOException {
        register(party("codes", one, ""));
        JsonNode challenge = confirmed(one, NUMBER, new ArrayList<>());
        assertThat(show(one, challenge).path("msisdn").asString()).isEqualTo(NUMBER);

        Files.writeString(FILE, before + party("codes", one, "    subject: pairwise\n"));
        await().atMost(SOON).until(() -> !show(one, challenge).has("msisdn"));
        assertThat(subject(one, challenge)).matches("[A-Za-z0-9_-]{43}");
    }

    private void register(String parties) throws IOException {
        Files.writeString(FILE, before + parties);
        await().atMost(SOON)
                .until(() -> call("GET", "/v1/challenges/chl_nothing", one, "").statusCode() == 404);
    }

    /** One more party, below those of the demo. */
    private static String party(String id, ApiKey key, String policy) {
        return """
              %s:
                keyword: %s LOGIN
                destination: "50500"
                keys:
                  - id: "%s"
                    hash: "%s"
            """.formatted(id, id.toUpperCase(Locale.ROOT), key.id(), key.hash())
                        .indent(0)
                + policy;
    }

    /** The words and groups that a person types who looks at the page. */
    private static String spaced(JsonNode challenge) {
        return "codes login "
                + challenge
                        .path("codeDisplay")
                        .asString()
                        .toLowerCase(Locale.ROOT)
                        .replace('-', ' ');
    }

    private static JsonNode confirmed(ApiKey key, String phone, List<HttpResponse<String>> answers) {
        HttpResponse<String> created = call("POST", "/v1/challenges", key, "{}");
        answers.add(created);
        JsonNode challenge = Json.MAPPER.readTree(created.body());
        Running.text(phone, challenge.path("text").asString());
        awaitConfirmed(key, challenge);
        return challenge;
    }

    private static void awaitConfirmed(ApiKey key, JsonNode challenge) {
        await().until(() -> show(key, challenge).path("status").asString().equals("confirmed"));
    }

    private static String subject(ApiKey key, JsonNode challenge) {
        String path = "/v1/challenges/" + challenge.path("id").asString() + "/redemption";
        JsonNode redeemed = Json.MAPPER.readTree(call("POST", path, key, "").body());
        return redeemed.path("subject").asString();
    }

    private static JsonNode create(ApiKey key, String body) {
        HttpResponse<String> answer = call("POST", "/v1/challenges", key, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.MAPPER.readTree(answer.body());
    }

    private static JsonNode show(ApiKey key, JsonNode challenge) {
        return Json.MAPPER.readTree(
                call("GET", "/v1/challenges/" + challenge.path("id").asString(), key, "")
                        .body());
    }

    private static HttpResponse<String> call(String method, String path, ApiKey key, String body) {
        return Running.api(method, path, key.reveal(), body);
    }
}
