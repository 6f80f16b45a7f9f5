/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer means (Standard Webhooks 1.0.0, "Delivery success and failure"). Only its status and one header count. */
final class Answers {

    /** However long a target asks for: what it missed is sent after that, or by hand. */
    static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int GONE = 410;
    private static final int LEAST = 100;
    private static final int MOST = 999;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private Answers() {}

    /**
     * Reads one.
     *
     * @param retryAfter the header {@code Retry-After}
     */
    static Attempt of(int status, @Nullable String retryAfter, Instant now) {
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return new Attempt.Delivered(status);
        }
        if (status < LEAST || status > MOST) {
            // The client takes any number for one; counters have a series for each.
            return new Attempt.Failed(Flaw.MALFORMED_ANSWER);
        }
        return status == GONE
                ? new Attempt.Gone()
                : new Attempt.Refused(status, retryAfter == null ? null : wait(retryAfter.strip(), now));
    }

    /** Seconds or a date (RFC 9110, 10.2.3); a date of the past is no wait, and what is neither says nothing. */
    private static @Nullable Duration wait(String retryAfter, Instant now) {
        if (SECONDS.matcher(retryAfter).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        @Nullable Date date = retryAfter.isEmpty() ? null : DateFormatter.parseHttpDate(retryAfter);
        return date == null ? null : bounded(Duration.between(now, date.toInstant()));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
