/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.uptext.platform.http.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final String ISSUER = "https://id.example.com";
    private static final String AUDIENCE = "https://sms.example.com";
    private static final ECKey KEY = key("one");
    private static final ECKey STRANGER = key("one");

    private final AtomicInteger asked = new AtomicInteger();
    private volatile JWKSet published = new JWKSet(KEY.toPublicJWK());
    private HttpServer server;
    private AccessTokens tokens;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            byte[] body = published.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        tokens = tokens("client_id");
    }

    private AccessTokens tokens(String clientClaim) {
        URI jwks = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
        return new AccessTokens(new OAuth(ISSUER, jwks, AUDIENCE, clientClaim), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_good_token_says_whose_it_is_and_what_was_granted() throws JOSEException {
        assertThat(verified(signed(KEY, _ -> {})))
                .contains(new AccessToken("acme-backend", Set.of("uptext:create", "uptext:read")));
        assertThat(verified(signed(KEY, claims -> claims.claim("scope", List.of("uptext:cancel")))))
                .contains(new AccessToken("acme-backend", Set.of("uptext:cancel")));
        assertThat(verified(signed(KEY, claims -> claims.claim("scope", null))))
                .contains(new AccessToken("acme-backend", Set.of()));
    }

    @Test
    void the_claim_that_names_the_client_is_the_configured_one_and_no_other() throws JOSEException {
        String token = signed(KEY, claims -> claims.subject("somebody").claim("azp", "other-backend"));

        assertThat(tokens("azp").verify(token).blockOptional())
                .hasValueSatisfying(read -> assertThat(read.clientId()).isEqualTo("other-backend"));
        assertThat(tokens("sub").verify(token).blockOptional())
                .hasValueSatisfying(read -> assertThat(read.clientId()).isEqualTo("somebody"));
        assertThat(verified(
                        signed(KEY, claims -> claims.claim("client_id", null).subject("acme-backend"))))
                .isEmpty();
        assertThat(verified(signed(KEY, claims -> claims.claim("client_id", List.of("acme-backend")))))
                .isEmpty();
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("expired", claims -> claims.expirationTime(at(-31))),
                flaw("without an end", claims -> claims.expirationTime(null)),
                flaw("not yet valid", claims -> claims.notBeforeTime(at(31))),
                flaw("of another issuer", claims -> claims.issuer(ISSUER + "/")),
                flaw("of nobody", claims -> claims.issuer(null)),
                flaw("for somebody else", claims -> claims.audience("https://other.example.com")),
                flaw("for nobody", claims -> claims.audience((String) null)));
    }

    private static Arguments flaw(String name, Consumer<JWTClaimsSet.Builder> flaw) {
        return Arguments.of(name, flaw);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void a_token_that_is_so_is_not_taken(String name, Consumer<JWTClaimsSet.Builder> flaw) throws JOSEException {
        assertThat(verified(signed(KEY, flaw))).as(name).isEmpty();
    }

    @Test
    void a_signature_that_is_not_the_issuers_is_not_taken() throws JOSEException {
        String good = signed(KEY, _ -> {});
        assertThat(verified(signed(STRANGER, _ -> {}))).isEmpty();
        assertThat(verified(new PlainJWT(claims(_ -> {})).serialize())).isEmpty();
        assertThat(verified(good.substring(0, good.lastIndexOf('.') + 1))).isEmpty();
        assertThat(verified(good.replaceFirst("\\.ey", ".fy"))).isEmpty();
        assertThat(verified("a.b.c")).isEmpty();
        assertThat(verified("opaque")).isEmpty();
        // The public key as the secret of an HMAC, which a verifier that believes the header would take.
        JWSSigner confused = new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        assertThat(verified(signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one"), confused, _ -> {})))
                .isEmpty();
    }

    @Test
    void a_token_of_another_type_is_not_taken() throws JOSEException {
        JWSHeader.Builder proof = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one");
        assertThat(verified(signed(proof.type(new JOSEObjectType("uptext-proof+jwt")), new ECDSASigner(KEY), _ -> {})))
                .isEmpty();
        assertThat(verified(signed(proof.type(new JOSEObjectType("at+jwt")), new ECDSASigner(KEY), _ -> {})))
                .isPresent();
    }

    @Test
    void many_unknown_keys_do_not_make_us_ask_the_issuer_as_often() throws JOSEException {
        assertThat(verified(signed(KEY, _ -> {}))).isPresent();
        for (int i = 0; i < 50; i++) {
            String unknown = signed(key("unknown-" + i), _ -> {});
            try {
                assertThat(verified(unknown)).isEmpty();
            } catch (ProblemException refused) {
                assertThat(refused.problem().status().value()).isEqualTo(503);
            }
            assertThat(verified(signed(KEY, _ -> {}))).isPresent();
        }
        assertThat(asked.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void a_new_key_of_the_issuer_is_found() throws JOSEException {
        assertThat(verified(signed(KEY, _ -> {}))).isPresent();
        ECKey next = key("next");
        published = new JWKSet(List.of(KEY.toPublicJWK(), next.toPublicJWK()));

        assertThat(verified(signed(next, _ -> {}))).isPresent();
    }

    @Test
    void an_issuer_that_cannot_be_reached_is_our_trouble_and_not_the_callers() throws JOSEException {
        String token = signed(KEY, _ -> {});
        server.stop(0);

        assertThatThrownBy(() -> verified(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.problem().status().value()).isEqualTo(503));
    }

    @Test
    void keys_that_are_known_are_good_while_the_issuer_cannot_be_reached() throws JOSEException {
        assertThat(verified(signed(KEY, _ -> {}))).isPresent();
        server.stop(0);
        assertThat(verified(signed(KEY, _ -> {}))).isPresent();
    }

    private Optional<AccessToken> verified(String token) {
        return tokens.verify(token).blockOptional();
    }

    private static String signed(ECKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()), new ECDSASigner(key), change);
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("https://also.example.com", AUDIENCE))
                .claim("client_id", "acme-backend")
                .claim("scope", "uptext:create uptext:read")
                .notBeforeTime(at(0))
                .expirationTime(at(300));
        change.accept(claims);
        return claims.build();
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
