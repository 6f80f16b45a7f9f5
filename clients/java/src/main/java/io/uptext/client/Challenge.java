/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a challenge stands. Never sign in on it alone: redeem it.
 *
 * @param id as created
 * @param status where it stands
 * @param destination as created
 * @param createdAt as created
 * @param expiresAt as created
 * @param decidedAt when the outcome happened; null while there is none
 * @param msisdn the proven number; null unless confirmed, and for a relying party that is told pseudonyms
 * @param routeTrust the trust of the route that the text took; null unless confirmed
 * @param evidence what the confirmation stands on; null unless confirmed
 * @param reason why it was denied, {@code code_in_use} for example; null unless denied. There may come to be more reasons
 * @param redeemedAt when it was redeemed; null unless it was
 * @param disavowedAt when it was given up; null unless it was
 * @param context as created
 * @param metadata as created
 */
public record Challenge(
        ChallengeId id,
        ChallengeStatus status,
        String destination,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        @Nullable Msisdn msisdn,
        @Nullable String routeTrust,
        @Nullable Evidence evidence,
        @Nullable String reason,
        @Nullable Instant redeemedAt,
        @Nullable Instant disavowedAt,
        @Nullable ChallengeContext context,
        Map<String, String> metadata) {

    /** Copies the metadata. */
    public Challenge {
        metadata = Map.copyOf(metadata);
    }

    /** Without the number and the metadata. */
    @Override
    public String toString() {
        return "Challenge[" + id + ", " + status + "]";
    }
}
