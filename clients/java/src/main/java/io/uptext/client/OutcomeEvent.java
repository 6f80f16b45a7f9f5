/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a challenge of yours ended. A hint and no proof: redeem the challenge. It may come twice, and says the same then.
 *
 * @param cursor where to go on behind it
 * @param id of the outcome, the same each time and by each way
 * @param type for example {@code io.uptext.outcome.confirmed.v1}
 * @param timestamp when it ended
 * @param challenge which one
 * @param status how
 * @param reason why it was denied; null with any other status
 */
public record OutcomeEvent(
        String cursor,
        String id,
        String type,
        Instant timestamp,
        ChallengeId challenge,
        ChallengeStatus status,
        @Nullable String reason) {}
