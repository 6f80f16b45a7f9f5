/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a redemption.
 *
 * @param msisdn the proven number, for those who may know it
 * @param subject who has proved it, as in the proof
 * @param redeemedAt when it was redeemed, the same for each answer to the same wish
 * @param proof a JWT, as docs/api/proofs.md describes it
 */
record Redeemed(ChallengeId id, @Nullable Msisdn msisdn, Subject subject, Instant redeemedAt, String proof) {

    /** Without the proof. */
    @Override
    public String toString() {
        return "Redeemed[" + id + "]";
    }
}
