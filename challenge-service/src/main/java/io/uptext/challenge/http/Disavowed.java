/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Instant;

/**
 * The answer to a redemption that gives its challenge up.
 *
 * @param disavowedAt when it was given up, the same for each answer to the same wish
 */
record Disavowed(ChallengeId id, Instant disavowedAt) {}
