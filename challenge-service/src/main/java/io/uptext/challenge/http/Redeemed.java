/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Msisdn;
import java.time.Instant;

/**
 * The answer to a redemption.
 *
 * @param msisdn the proven number
 * @param redeemedAt when it was redeemed, the same for each answer to the same wish
 * @param proof a JWT, as docs/api/proofs.md describes it
 */
record Redeemed(ChallengeId id, Msisdn msisdn, Instant redeemedAt, String proof) {

    /** Without the proof. */
    @Override
    public String toString() {
        return "Redeemed[" + id + "]";
    }
}
