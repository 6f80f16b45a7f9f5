/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ChallengeRedeemed;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.Subject;
import io.uptext.platform.json.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs proofs: JWTs (RFC 7519) by ES256, whose claims docs/api/proofs.md describes. */
public final class Proofs {

    /** How long a proof is good for. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final JOSEObjectType TYPE = new JOSEObjectType("uptext-proof+jwt");

    private final Supplier<ProofKeys> keys;
    private final URI issuer;
    private final Clock clock;

    /** Signs with the first of {@code keys}, in the name of {@code issuer}. */
    public Proofs(Supplier<ProofKeys> keys, URI issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Proves who has confirmed a challenge.
     *
     * @param subject who it was: a number or a pseudonym
     */
    public String sign(
            ChallengeCreated created, AuthConfirmed confirmed, ChallengeRedeemed redemption, Subject subject) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience(created.relyingParty().value())
                .subject(subject.value())
                .jwtID(redemption.redemptionId().value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("auth_time", confirmed.receivedAt().getEpochSecond())
                .claim("amr", List.of("sms_mo"))
                .claim("challenge_id", created.challengeId().value())
                .claim("route_trust", confirmed.routeTrust().name())
                .claim("evidence", evidence(confirmed));
        if (created.nonce() != null) {
            claims.claim("nonce", created.nonce());
        }
        return signed(claims.build());
    }

    private static Map<String, Object> evidence(AuthConfirmed confirmed) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("message_id", confirmed.messageId().value());
        evidence.put("connector", confirmed.connector().value());
        evidence.put("received_at", Json.format(confirmed.receivedAt()));
        @Nullable SenderNetwork network = confirmed.network();
        if (network != null) {
            evidence.put("network", Json.MAPPER.convertValue(network, Map.class));
        }
        return evidence;
    }

    private String signed(JWTClaimsSet claims) {
        ECKey key = keys.get().signing();
        try {
            SignedJWT proof = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(TYPE)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a P-256 key signs by ES256", e);
        }
    }
}
