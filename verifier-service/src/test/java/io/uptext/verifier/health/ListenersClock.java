/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, but what listeners get when they look at it is what a test wants to happen to them. */
final class ListenersClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private volatile Runnable mishap = () -> {};

    /** From now on this happens to listeners. */
    void strike(Runnable mishap) {
        this.mishap = mishap;
    }

    /** From now on nothing does. */
    void heal() {
        strike(() -> {});
    }

    @Override
    public Instant instant() {
        if (Thread.currentThread().getName().startsWith("arrivals-")) {
            mishap.run();
        }
        return system.instant();
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
