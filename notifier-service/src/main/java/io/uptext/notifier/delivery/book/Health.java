/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is. One that fails is left alone and then asked by one attempt at a time; one that works again gets twice as
 * many at once with each that it takes, so that what has waited does not fall upon it all at once.
 */
final class Health {

    /** So many in a row are not bad luck. */
    private static final int FAILURES_OF_THE_SICK = 3;

    /** Between attempts at an endpoint that fails. A delivery of its own waits longer. */
    private static final Backoff PAUSES = new Backoff(List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1)));

    private final int mostAtOnce;
    private int allowed;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    Health(int mostAtOnce) {
        this.mostAtOnce = mostAtOnce;
        this.allowed = mostAtOnce;
    }

    /** How many may be under way. */
    int allowed() {
        return allowed;
    }

    /** It is asked nothing before. */
    Instant restsUntil() {
        return restsUntil;
    }

    boolean isSick() {
        return failures >= FAILURES_OF_THE_SICK;
    }

    /**
     * It has taken something.
     *
     * @return whether it was sick
     */
    boolean works() {
        boolean wasSick = isSick();
        failures = 0;
        restsUntil = Instant.MIN;
        allowed = Math.min(mostAtOnce, 2 * allowed);
        return wasSick;
    }

    /**
     * It has not taken something.
     *
     * @param retryAfter how long it wants to be left alone
     */
    void fails(Instant now, @Nullable Duration retryAfter, RandomGenerator random) {
        // What was under way when it fell sick says nothing new.
        if (!now.isBefore(restsUntil)) {
            failures++;
            if (isSick()) {
                allowed = 1;
                restsUntil = now.plus(PAUSES.after(failures - FAILURES_OF_THE_SICK + 1, random));
            }
        }
        if (retryAfter != null && now.plus(retryAfter).isAfter(restsUntil)) {
            failures = Math.max(failures, FAILURES_OF_THE_SICK);
            allowed = 1;
            restsUntil = now.plus(retryAfter);
        }
    }

    /** What another owner has written of it. Nobody has to rest for what may be long past. */
    void wasSeen(boolean working) {
        failures = working ? 0 : Math.min(failures + 1, FAILURES_OF_THE_SICK);
        allowed = isSick() ? 1 : mostAtOnce;
    }
}
