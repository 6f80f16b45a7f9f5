/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static io.uptext.quickstart.Running.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The relying party's last step: once, provable, and its own. */
class RedemptionTests {

    private static final int AT_ONCE = 64;
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void a_proof_says_who_confirmed_what_and_how() throws Exception {
        JsonNode challenge = confirmed("{\"nonce\":\"n-0S6_WzA2Mj\"}");
        JsonNode redeemed = redeemed(challenge);

        assertThat(redeemed.path("msisdn").asString()).isEqualTo(NUMBER);
        assertThat(redeemed.path("subject").asString()).isEqualTo(NUMBER);
        SignedJWT proof = SignedJWT.parse(redeemed.path("proof").asString());
        assertThat(proof.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        JWTClaimsSet claims = Proof.verified(proof.serialize(), "acme");
        assertThat(claims.getIssuer()).isEqualTo(Proof.ISSUER);
        assertThat(claims.getSubject()).isEqualTo(NUMBER);
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.getStringClaim("challenge_id"))
                .isEqualTo(challenge.path("id").asString());
        assertThat(claims.getStringListClaim("amr")).containsExactly("sms_mo");
        assertThat(claims.getStringClaim("route_trust")).isEqualTo("T2");
        assertThat(claims.getJSONObjectClaim("evidence"))
                .containsEntry(
                        "message_id",
                        Running.show(challenge)
                                .path("evidence")
                                .path("messageId")
                                .asString())
                .containsKey("received_at");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_proof_that_was_changed_or_is_old_or_for_somebody_else_does_not_verify() throws Exception {
        String proof = redeemed(confirmed("{}")).path("proof").asString();
        String[] parts = proof.split("\\.");

        assertThatThrownBy(() -> Proof.verified(proof, "other")).isInstanceOf(BadJWTException.class);
        assertThatThrownBy(() -> Proof.verified(proof, "acme", Instant.now().plus(Duration.ofMinutes(7))))
                .isInstanceOf(BadJWTException.class)
                .hasMessageContaining("Expired");
        for (int part = 0; part < parts.length; part++) {
            String[] changed = parts.clone();
            char first = changed[part].charAt(2);
            changed[part] = changed[part].substring(0, 2) + (first == 'A' ? 'B' : 'A') + changed[part].substring(3);
            assertThatThrownBy(() -> Proof.verified(String.join(".", changed), "acme"))
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void of_many_at_once_at_two_instances_one_wins() throws Exception {
        JsonNode challenge = confirmed("{}");
        int second = Running.STACK.secondChallenge();
        List<Callable<HttpResponse<String>>> wishes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int port = i % 2 == 0 ? Running.STACK.addresses().challenge() : second;
            wishes.add(() -> redeem(port, challenge, "", null));
        }

        List<HttpResponse<String>> answers = atOnce(wishes);

        assertThat(answers.stream().filter(each -> each.statusCode() == 200)).hasSize(1);
        assertThat(answers.stream()
                        .filter(each -> each.statusCode() == 409 && each.body().contains("already-redeemed")))
                .hasSize(AT_ONCE - 1);
    }

    @Test
    void the_same_wish_is_granted_again_and_no_other() {
        JsonNode challenge = confirmed("{}");

        HttpResponse<String> first = redeem(challenge, "", "one");
        HttpResponse<String> again = redeem(challenge, "", "one");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("redeemedAt")).isEqualTo(json(first).path("redeemedAt"));
        assertThat(redeem(challenge, "", "another").statusCode()).isEqualTo(409);
        assertThat(redeem(challenge, "", null).statusCode()).isEqualTo(409);
    }

    @Test
    void who_cannot_show_the_verifier_redeems_nothing_and_spoils_nothing() {
        JsonNode challenge = confirmed("{\"codeChallenge\":\"" + CHALLENGE + "\"}");

        for (String wrong : List.of(
                "", "{}", "{\"codeVerifier\":\"" + VERIFIER.replace('d', 'e') + "\"}", "{\"codeVerifier\":\"\"}")) {
            HttpResponse<String> refused = redeem(challenge, wrong, null);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(403);
            assertThat(refused.body()).contains("wrong-verifier");
        }
        assertThat(redeem(challenge, "{\"codeVerifier\":\"" + VERIFIER + "\"}", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_confirmed_or_not_ones_own_cannot_be_redeemed() {
        JsonNode pending = Running.create("{}");
        assertThat(redeem(pending, "", null).body()).contains("not-confirmed");
        JsonNode challenge = confirmed("{}");
        String path = "/v1/challenges/" + challenge.path("id").asString() + "/redemption";
        assertThat(Running.api("POST", path, Running.STACK.secrets().otherKey(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Running.api("POST", path, "upk_acme_unknown", "").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"codeChallenge\":\"short\"}|422",
                "{\"codeChallenge\":5}|400",
                "{\"codeChallenge\":{}}|400",
                "{\"nonce\":\"\"}|422",
                "{\"nonce\":\"two words\"}|422"
            })
    void what_cannot_be_shown_later_is_not_created(String body, int status) {
        assertThat(Running.api("POST", "/v1/challenges", Running.STACK.secrets().acmeKey(), body)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void keys_are_rotated_while_proofs_are_asked_for_and_every_one_verifies() throws Exception {
        Path file = Running.STACK.settings().proofKeys();
        JWK old = JWKSet.load(file.toFile()).getKeys().getFirst();
        JWK next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
        JsonNode challenge = confirmed("{}");
        try {
            for (List<JWK> keys : List.of(List.of(old, next), List.of(next, old), List.of(next))) {
                replace(file, keys);
                String ids = String.join(" ", keys.stream().map(JWK::getKeyID).toList());
                await().atMost(Duration.ofSeconds(10)).until(() -> {
                    HttpResponse<String> answer = redeem(challenge, "", "rotation");
                    assertThat(answer.statusCode()).isEqualTo(200);
                    Proof.verified(json(answer).path("proof").asString(), "acme");
                    return Proof.published().getKeys().stream()
                            .map(JWK::getKeyID)
                            .reduce((one, other) -> one + " " + other)
                            .orElse("")
                            .equals(ids);
                });
            }
            SignedJWT proof = SignedJWT.parse(
                    json(redeem(challenge, "", "rotation")).path("proof").asString());
            assertThat(proof.getHeader().getKeyID()).isEqualTo("next");
        } finally {
            replace(file, List.of(old));
        }
        assertThat(Proof.published().getKeys()).noneMatch(JWK::isPrivate);
    }

    private static void replace(Path file, List<JWK> keys) throws Exception {
        Path next = Files.writeString(file.resolveSibling("next.json"), new JWKSet(keys).toString(false));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static JsonNode confirmed(String body) {
        JsonNode challenge = Running.create(body);
        Running.text(NUMBER, challenge.path("code").asString());
        var _ = Running.awaitStatus(challenge, "confirmed");
        return challenge;
    }

    private static JsonNode redeemed(JsonNode challenge) {
        HttpResponse<String> answer = redeem(challenge, "", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static HttpResponse<String> redeem(JsonNode challenge, String body, @Nullable String idempotencyKey) {
        return redeem(Running.STACK.addresses().challenge(), challenge, body, idempotencyKey);
    }

    private static HttpResponse<String> redeem(
            int port, JsonNode challenge, String body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Addresses.url(port) + "/v1/challenges/"
                        + challenge.path("id").asString() + "/redemption"))
                .header("Authorization", "Bearer " + Running.STACK.secrets().acmeKey())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return Running.send(request.build());
    }

    private static List<HttpResponse<String>> atOnce(List<Callable<HttpResponse<String>>> wishes) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> each : threads.invokeAll(wishes)) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }
}
