/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.time.Instant;

/**
 * What is on its way to an endpoint, in numbers.
 *
 * @param deliveries how many
 * @param oldest since when the oldest of them is
 */
public record Backlog(Endpoint endpoint, int deliveries, Instant oldest) {}
