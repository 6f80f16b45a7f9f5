/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed challenge that was redeemed, once.
 *
 * @param id the challenge
 * @param subject who has confirmed, as in the proof: the number, or a pseudonym that stands for it
 * @param msisdn the proven number; null for a relying party that is told pseudonyms
 * @param redeemedAt when it was redeemed first, the same for each answer to the same wish
 * @param proof a JWT that anybody can verify; see {@link io.uptext.client.proof.ProofVerifier}
 */
public record Redemption(
        ChallengeId id, String subject, @Nullable Msisdn msisdn, Instant redeemedAt, String proof) {

    /** Without the subject, the number and the proof. */
    @Override
    public String toString() {
        return "Redemption[" + id + "]";
    }
}
