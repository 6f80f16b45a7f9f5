/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Instant;

/**
 * A confirmed challenge that was given up. Nobody can redeem it any more.
 *
 * @param id the challenge
 * @param disavowedAt when
 */
public record Disavowal(ChallengeId id, Instant disavowedAt) {}
