/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verified proof says; docs/api/proofs.md explains each claim.
 *
 * @param subject the proven number in E.164 form, or a pseudonym for it where Uptext is configured so
 * @param challengeId the challenge
 * @param redemptionId the redemption, the same for each answer to the same wish
 * @param nonce as given at the creation; null if none was
 * @param issuedAt when it was signed
 * @param expiresAt when it ends
 * @param authenticatedAt when the text was received
 * @param methods how, {@code sms_mo}
 * @param routeTrust the trust of the route that the text took, {@code T0} to {@code T3}
 * @param evidence what the confirmation stands on, as it was told
 */
public record Proof(
        String subject,
        String challengeId,
        String redemptionId,
        @Nullable String nonce,
        Instant issuedAt,
        Instant expiresAt,
        Instant authenticatedAt,
        List<String> methods,
        String routeTrust,
        Map<String, Object> evidence) {

    /** Copies lists and maps. */
    public Proof {
        methods = List.copyOf(methods);
        evidence = Map.copyOf(evidence);
    }

    /** Without the subject and the nonce. */
    @Override
    public String toString() {
        return "Proof[" + challengeId + ", " + redemptionId + "]";
    }
}
