/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Says whether a proof is genuine, of this issuer, for this relying party, good now, and for this very session. */
public final class ProofVerifier {

    /** How far apart the clocks may be. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private static final String TYPE = "uptext-proof+jwt";
    private static final int LONGEST = 16_384;

    private final PublishedKeys keys;
    private final String issuer;
    private final String relyingParty;
    private final Clock clock;

    private ProofVerifier(PublishedKeys keys, String issuer, String relyingParty, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.relyingParty = relyingParty;
        this.clock = clock;
    }

    /**
     * A verifier of its own; that of a client is {@link io.uptext.client.UptextClient#proofs()}.
     *
     * @param source where the issuer's keys are
     * @param issuer as {@code uptext.challenge.issuer} says
     * @param relyingParty your name in the registry
     */
    public static ProofVerifier of(KeySource source, String issuer, String relyingParty, Clock clock) {
        return of(source, issuer, relyingParty, clock, PublishedKeys.LONGEST_FETCH);
    }

    static ProofVerifier of(KeySource source, String issuer, String relyingParty, Clock clock, Duration longestFetch) {
        return new ProofVerifier(new PublishedKeys(source, clock, longestFetch), issuer, relyingParty, clock);
    }

    /**
     * What the proof says. The future fails with a {@link ProofException} if it proves nothing here, and as the source of the
     * keys fails if there are none.
     *
     * @param challengeId the challenge that you created for the session that waits
     * @param nonce as given at its creation; null if you gave none, and then the proof has none
     */
    public CompletableFuture<Proof> verify(String proof, String challengeId, @Nullable String nonce) {
        SignedJWT jwt;
        try {
            jwt = parsed(proof);
        } catch (ProofException e) {
            return CompletableFuture.failedFuture(e);
        }
        return keys.key(jwt.getHeader().getKeyID()).thenApply(key -> {
            checkSignature(jwt, key.orElseThrow(() -> new ProofException(ProofFlaw.UNKNOWN_KEY)));
            return checked(jwt, challengeId, nonce);
        });
    }

    private static SignedJWT parsed(String proof) {
        check(proof.length() <= LONGEST, ProofFlaw.MALFORMED);
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            JWSHeader header = jwt.getHeader();
            check(JWSAlgorithm.ES256.equals(header.getAlgorithm()), ProofFlaw.WRONG_ALGORITHM);
            check(header.getType() != null && TYPE.equals(header.getType().getType()), ProofFlaw.WRONG_TYPE);
            check(header.getKeyID() != null, ProofFlaw.UNKNOWN_KEY);
            return jwt;
        } catch (ParseException | IllegalArgumentException e) {
            throw new ProofException(ProofFlaw.MALFORMED);
        }
    }

    private static void checkSignature(SignedJWT jwt, ECKey key) {
        check(Curve.P_256.equals(key.getCurve()), ProofFlaw.UNKNOWN_KEY);
        try {
            check(jwt.verify(new ECDSAVerifier(key)), ProofFlaw.BAD_SIGNATURE);
        } catch (JOSEException e) {
            throw new ProofException(ProofFlaw.BAD_SIGNATURE);
        }
    }

    private Proof checked(SignedJWT jwt, String challengeId, @Nullable String nonce) {
        JWTClaimsSet claims;
        try {
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new ProofException(ProofFlaw.MALFORMED);
        }
        check(issuer.equals(claims.getIssuer()), ProofFlaw.WRONG_ISSUER);
        check(List.of(relyingParty).equals(claims.getAudience()), ProofFlaw.WRONG_AUDIENCE);
        Proof proof = Claims.read(claims);
        Instant now = clock.instant();
        check(now.isBefore(proof.expiresAt().plus(TOLERANCE)), ProofFlaw.EXPIRED);
        check(!proof.issuedAt().isAfter(now.plus(TOLERANCE)), ProofFlaw.NOT_YET);
        check(proof.challengeId().equals(challengeId), ProofFlaw.WRONG_CHALLENGE);
        check(Objects.equals(proof.nonce(), nonce), ProofFlaw.WRONG_NONCE);
        return proof;
    }

    private static void check(boolean right, ProofFlaw otherwise) {
        if (!right) {
            throw new ProofException(otherwise);
        }
    }
}
