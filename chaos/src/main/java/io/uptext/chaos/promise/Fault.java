/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.time.Instant;

/**
 * Something that was broken for a while.
 *
 * @param what in words
 * @param at when it was done
 * @param healed when it was mended; the same moment where there was nothing to mend
 */
public record Fault(String what, Instant at, Instant healed) {}
