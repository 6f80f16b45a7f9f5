/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.time.Instant;

/**
 * A request of somebody who must not hear anything.
 *
 * @param how what was shown in place of a good token, in a word
 * @param instance the number of the instance that was asked
 * @param status of the answer; 0 where there was none
 */
public record Intrusion(String how, int instance, Instant at, int status) {}
