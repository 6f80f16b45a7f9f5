/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a confirmation stands on. Keep it with the sign-in, for the day when somebody says that it was not them.
 *
 * @param messageId the one text that confirmed
 * @param connector the door by which it came
 * @param routeTrust the trust of that door's route, {@code T0} to {@code T3}
 * @param receivedAt when the door had it
 * @param network of the sender, where the provider says so
 * @param decidedAt when it had been read and compared
 */
public record Evidence(
        String messageId,
        String connector,
        String routeTrust,
        Instant receivedAt,
        @Nullable SenderNetwork network,
        @Nullable Instant decidedAt) {}
