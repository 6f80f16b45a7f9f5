/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Instant;

/**
 * A confirmed challenge that was redeemed, once.
 *
 * @param id the challenge
 * @param msisdn the proven number
 * @param redeemedAt when it was redeemed first, the same for each answer to the same wish
 * @param proof a JWT that anybody can verify; see {@link io.uptext.client.proof.ProofVerifier}
 */
public record Redemption(ChallengeId id, Msisdn msisdn, Instant redeemedAt, String proof) {

    /** Without the number and the proof. */
    @Override
    public String toString() {
        return "Redemption[" + id + "]";
    }
}
