/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook is asked.
 *
 * @param hasSecret whether there is a key to sign with
 * @param disabledAt since when it is disabled; absent if it is not
 */
public record WebhookState(boolean hasSecret, @Nullable Instant disabledAt) {}
