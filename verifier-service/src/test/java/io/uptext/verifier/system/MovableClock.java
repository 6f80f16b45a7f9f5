/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that ticks as any other, and can be moved on. It begins in the past, since a broker takes no record of the far
 * future.
 */
public final class MovableClock extends Clock {

    private static final Duration BEHIND = Duration.ofHours(24);

    private final InstantSource real = InstantSource.system();
    private final AtomicLong offsetMillis = new AtomicLong(-BEHIND.toMillis());

    /** Moves it on. */
    public void advance(Duration duration) {
        offsetMillis.addAndGet(duration.toMillis());
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offsetMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
