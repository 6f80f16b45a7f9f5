/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Relying parties that come with access tokens of an authorization server that is not ours. */
class AccessTokenTests {

    private static AuthorizationServer.Started issuer;
    private static int port;

    @BeforeAll
    static void start() {
        issuer = AuthorizationServer.start();
        port = Running.STACK.secondChallenge(
                "uptext.challenge.oauth.issuer=" + issuer.issuer(),
                "uptext.challenge.oauth.jwks-uri=" + issuer.jwks(),
                "uptext.challenge.oauth.audience=" + AuthorizationServer.AUDIENCE,
                "uptext.challenge.oauth.client-claim=sub");
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void a_registered_client_does_what_the_registry_and_its_token_say() {
        String token = issuer.token(AuthorizationServer.ACME, "uptext:create uptext:redeem something:else");

        HttpResponse<String> created = create(token);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = Json.MAPPER.readTree(created.body()).path("id").asString();
        // The registry would allow it, but the token does not; and the other way round.
        assertThat(status("GET", "/v1/challenges/" + id, token)).isEqualTo(403);
        assertThat(status("POST", "/v1/challenges/" + id + "/redemption", token))
                .isEqualTo(403);
        assertThat(status("GET", "/v1/challenges/" + id, issuer.token(AuthorizationServer.ACME, "uptext:read")))
                .isEqualTo(200);
    }

    @Test
    void the_challenges_of_a_client_are_those_of_its_relying_party() {
        String id = Running.create("{}").path("id").asString();

        String token = issuer.token(AuthorizationServer.ACME, "uptext:read");

        // Another instance has created it, so it comes into view a moment later.
        await().until(() -> status("GET", "/v1/challenges/" + id, token) == 200);
    }

    @Test
    void who_is_not_in_the_registry_or_has_a_token_for_another_service_is_nobody() {
        assertThat(create(issuer.token(AuthorizationServer.STRANGER, "uptext:create"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(create(issuer.token(AuthorizationServer.ELSEWHERE, "uptext:create"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(create("not.a.token").statusCode()).isEqualTo(401);
    }

    @Test
    void api_keys_go_on_beside_them_and_tokens_are_nothing_where_none_are_configured() {
        assertThat(create(Running.STACK.secrets().acmeKey()).statusCode()).isEqualTo(201);
        HttpResponse<String> refused =
                create(Running.STACK.addresses().challenge(), issuer.token(AuthorizationServer.ACME, "uptext:create"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    private static HttpResponse<String> create(String bearer) {
        return create(port, bearer);
    }

    private static HttpResponse<String> create(int port, String bearer) {
        return request(port, "POST", "/v1/challenges", bearer);
    }

    private static int status(String method, String path, String bearer) {
        return request(port, method, path, bearer).statusCode();
    }

    private static HttpResponse<String> request(int port, String method, String path, String bearer) {
        return Running.send(HttpRequest.newBuilder(URI.create(Addresses.url(port) + path))
                .header("Authorization", "Bearer " + bearer)
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : ""))
                .build());
    }
}
