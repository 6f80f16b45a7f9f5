/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.uptext.client.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProofVerifierTests {

    private static final String CHALLENGE = "chl_1";
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final ECKey OLD = key("old");
    private static final ECKey NEW = key("new");

    private final AtomicInteger fetches = new AtomicInteger();
    private final MovedClock clock = new MovedClock();
    private @Nullable JWKSet published = new JWKSet(OLD.toPublicJWK());
    private final ProofVerifier verifier = ProofVerifier.of(
            () -> {
                fetches.incrementAndGet();
                return published == null
                        ? CompletableFuture.failedFuture(new IllegalStateException("an outage"))
                        : CompletableFuture.completedFuture(published.toString());
            },
            "https://sms.example.com",
            "acme",
            clock);

    @Test
    void a_genuine_proof_says_who_and_how() {
        Proof proof = verified(signed(OLD, _ -> {}), "n");
        assertThat(proof.subject()).isEqualTo("+46701234567");
        assertThat(proof.challengeId()).isEqualTo(CHALLENGE);
        assertThat(proof.methods()).containsExactly("sms_mo");
        assertThat(proof.evidence()).containsEntry("message_id", "msg_1");
        assertThat(proof.expiresAt()).isEqualTo(START.plusSeconds(300));
        assertThat(proof.toString()).doesNotContain("4670");
    }

    @Test
    void what_is_not_for_here_proves_nothing() {
        refused(ProofFlaw.WRONG_ISSUER, signed(OLD, claims -> claims.issuer("https://evil.example.com")));
        refused(ProofFlaw.WRONG_AUDIENCE, signed(OLD, claims -> claims.audience("other")));
        refused(ProofFlaw.WRONG_AUDIENCE, signed(OLD, claims -> claims.audience(List.of("acme", "other"))));
        refused(ProofFlaw.WRONG_AUDIENCE, signed(OLD, claims -> claims.audience((String) null)));
        refused(ProofFlaw.WRONG_CHALLENGE, signed(OLD, claims -> claims.claim("challenge_id", "chl_2")));
        refused(ProofFlaw.WRONG_NONCE, signed(OLD, claims -> claims.claim("nonce", "m")));
        refused(ProofFlaw.WRONG_NONCE, signed(OLD, claims -> claims.claim("nonce", null)));
        assertThatThrownBy(() -> verified(signed(OLD, _ -> {}), null)).hasMessageEndingWith("WRONG_NONCE");
        refused(ProofFlaw.MALFORMED, signed(OLD, claims -> claims.subject(null)));
        refused(ProofFlaw.MALFORMED, signed(OLD, claims -> claims.expirationTime(null)));
        refused(ProofFlaw.MALFORMED, signed(OLD, claims -> claims.claim("challenge_id", 7)));
    }

    @Test
    void time_ends_a_proof() {
        String proof = signed(OLD, _ -> {});
        clock.now = START.plus(Duration.ofMinutes(5).plusSeconds(59));
        assertThat(verified(proof, "n").challengeId()).isEqualTo(CHALLENGE);
        clock.now = START.plus(Duration.ofMinutes(6));
        refused(ProofFlaw.EXPIRED, proof);
        clock.now = START.minusSeconds(61);
        refused(ProofFlaw.NOT_YET, proof);
    }

    @Test
    void what_was_changed_or_signed_otherwise_proves_nothing() throws JOSEException {
        String[] parts = signed(OLD, _ -> {}).split("\\.", -1);
        String other = signed(OLD, claims -> claims.subject("+46709999999")).split("\\.", -1)[1];
        refused(ProofFlaw.BAD_SIGNATURE, parts[0] + "." + other + "." + parts[2]);
        refused(ProofFlaw.BAD_SIGNATURE, signed(key("old"), _ -> {}));
        refused(ProofFlaw.WRONG_ALGORITHM, hmacByThePublicKey());
        refused(ProofFlaw.WRONG_TYPE, signed(OLD, "at+jwt", claims()));
        refused(ProofFlaw.WRONG_TYPE, signed(OLD, null, claims()));
        refused(ProofFlaw.MALFORMED, new PlainJWT(claims()).serialize());
        for (String garbage : List.of("", "a.b.c", "..", "é.é.é", "x".repeat(20_000))) {
            refused(ProofFlaw.MALFORMED, garbage);
        }
    }

    @Test
    void a_new_key_is_looked_for_at_once_and_an_unknown_one_not_all_the_time() {
        verified(signed(OLD, _ -> {}), "n");
        clock.now = clock.now.plus(PublishedKeys.BETWEEN_FETCHES);
        published = new JWKSet(List.of(NEW.toPublicJWK(), OLD.toPublicJWK()));
        verified(signed(NEW, _ -> {}), "n");
        assertThat(fetches).hasValue(2);
        for (int i = 0; i < 100; i++) {
            refused(ProofFlaw.UNKNOWN_KEY, signed(key("made up " + i), _ -> {}));
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void keys_are_kept_for_a_minute_and_in_an_outage_for_a_day() {
        String proof = signed(OLD, claims -> claims.expirationTime(Date.from(START.plus(Duration.ofDays(9)))));
        verified(proof, "n");
        verified(proof, "n");
        assertThat(fetches).hasValue(1);

        published = null;
        clock.now = START.plus(PublishedKeys.FRESH);
        verified(proof, "n");
        assertThat(fetches).hasValue(2);
        clock.now = START.plus(PublishedKeys.KEPT_IN_AN_OUTAGE).minusMillis(1);
        verified(proof, "n");
        clock.now = START.plus(PublishedKeys.KEPT_IN_AN_OUTAGE);
        assertThatThrownBy(() -> verified(proof, "n")).hasMessage("an outage");
    }

    @Test
    void a_key_that_is_withdrawn_is_not_used_any_more() {
        verified(signed(OLD, _ -> {}), "n");
        published = new JWKSet(NEW.toPublicJWK());
        clock.now = START.plus(PublishedKeys.FRESH);
        refused(ProofFlaw.UNKNOWN_KEY, signed(OLD, _ -> {}));
    }

    @Test
    void many_at_once_ask_for_the_keys_once() {
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<String> answer = new CompletableFuture<>();
        ProofVerifier waiting = ProofVerifier.of(
                () -> {
                    asked.incrementAndGet();
                    return answer;
                },
                "https://sms.example.com",
                "acme",
                clock);
        String proof = signed(OLD, _ -> {});
        List<CompletableFuture<Proof>> coming = java.util.stream.IntStream.range(0, 64)
                .mapToObj(_ -> waiting.verify(proof, CHALLENGE, "n"))
                .toList();
        answer.complete(new JWKSet(OLD.toPublicJWK()).toString());
        assertThat(coming).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_source_that_throws_or_never_answers_holds_nobody_and_is_asked_again() {
        List<Supplier<CompletableFuture<String>>> bad = List.of(
                () -> {
                    throw new IllegalArgumentException("no address");
                },
                CompletableFuture::new);
        for (Supplier<CompletableFuture<String>> source : bad) {
            AtomicReference<Supplier<CompletableFuture<String>>> answers = new AtomicReference<>(source);
            ProofVerifier hasty = ProofVerifier.of(
                    () -> answers.get().get(), "https://sms.example.com", "acme", clock, Duration.ofMillis(100));
            CompletableFuture<Proof> first = hasty.verify(signed(OLD, _ -> {}), CHALLENGE, "n");
            assertThat(first).failsWithin(Duration.ofSeconds(30));

            answers.set(() -> CompletableFuture.completedFuture(new JWKSet(OLD.toPublicJWK()).toString()));
            assertThat(hasty.verify(signed(OLD, _ -> {}), CHALLENGE, "n")).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private Proof verified(String proof, @Nullable String nonce) {
        return Waiting.until(verifier.verify(proof, CHALLENGE, nonce));
    }

    private void refused(ProofFlaw flaw, String proof) {
        assertThatThrownBy(() -> verified(proof, "n"))
                .isInstanceOfSatisfying(
                        ProofException.class, e -> assertThat(e.flaw()).isEqualTo(flaw));
    }

    private static String signed(ECKey key, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(claims());
        change.accept(claims);
        return signed(key, "uptext-proof+jwt", claims.build());
    }

    private static String signed(ECKey key, @Nullable String type, JWTClaimsSet claims) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        SignedJWT jwt = new SignedJWT(header.build(), claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The old trick: the public key as the secret of an HMAC. */
    private static String hmacByThePublicKey() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("old")
                        .type(new JOSEObjectType("uptext-proof+jwt"))
                        .build(),
                claims());
        jwt.sign(new MACSigner(OLD.toPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://sms.example.com")
                .audience("acme")
                .subject("+46701234567")
                .issueTime(Date.from(START))
                .expirationTime(Date.from(START.plusSeconds(300)))
                .jwtID("rdm_1")
                .claim("nonce", "n")
                .claim("auth_time", START.minusSeconds(2).getEpochSecond())
                .claim("amr", List.of("sms_mo"))
                .claim("challenge_id", CHALLENGE)
                .claim("route_trust", "T2")
                .claim("evidence", Map.of("message_id", "msg_1"))
                .build();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class MovedClock extends Clock {

        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
