/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.webhook;

import java.time.Instant;

/**
 * A webhook that is genuine and young.
 *
 * @param id the same on every attempt: remember it, and do nothing twice
 * @param sentAt when this attempt was signed
 */
public record Webhook(String id, Instant sentAt) {}
