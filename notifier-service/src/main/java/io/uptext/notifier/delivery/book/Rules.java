/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.time.Duration;

/**
 * The numbers that deliveries go by.
 *
 * @param useful how long an event is worth an attempt, from when it was scheduled or asked for again
 * @param backoff the pauses between the attempts of one delivery
 * @param mostAtOnce how many may be under way to one endpoint
 * @param mostWaiting how many may wait in memory, to all endpoints together
 */
public record Rules(Duration useful, Backoff backoff, int mostAtOnce, int mostWaiting) {}
