/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import java.time.Instant;

/**
 * What was done.
 *
 * @param what in words
 * @param at when it was done, for the last time
 * @param backFrom from when on sign-ins have to go on within the limit
 */
record Harm(String what, Instant at, Instant backFrom) {}
