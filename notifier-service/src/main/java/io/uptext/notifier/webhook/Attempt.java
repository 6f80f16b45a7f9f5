/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a target has taken a message (Standard Webhooks 1.0.0, "Delivery success and failure"). */
public sealed interface Attempt {

    /**
     * It has it.
     *
     * @param status 200 to 299
     */
    record Delivered(int status) implements Attempt {}

    /**
     * It has answered anything else. Redirects are among it: they are not followed.
     *
     * @param status three digits, neither 200 to 299 nor 410
     * @param retryAfter how long it asks to be left alone, from nothing to a day; absent where it does not say
     */
    record Refused(int status, @Nullable Duration retryAfter) implements Attempt {}

    /** It wants nothing any more: 410. */
    record Gone() implements Attempt {}

    /** There was no answer. */
    record Failed(Flaw flaw) implements Attempt {}
}
