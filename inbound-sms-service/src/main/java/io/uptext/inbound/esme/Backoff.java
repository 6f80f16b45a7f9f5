/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a bind is tried again: a random part of a time that doubles, so that all who lost their binds at
 * once do not come back at once ("full jitter").
 */
final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final SmppSettings settings;
    private final RandomGenerator random;
    private int tries;

    Backoff(SmppSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** The wait before the next try. */
    Duration next(Ending ending) {
        return switch (ending) {
            case Ending.Refused refused
            when refused.isOfCredentials() -> {
                Duration pause = settings.refusedPause();
                yield pause.plus(part(pause.dividedBy(4)));
            }
            // The SMSC has yet to miss our enquire_link; to come sooner is of no use.
            case Ending.Refused refused
            when refused.isAlreadyBound() ->
                settings.reconnectMost()
                        .dividedBy(2)
                        .plus(part(settings.reconnectMost().dividedBy(2)));
            case Ending.Unreachable _, Ending.Refused _, Ending.Lost _, Ending.Unbound _ -> part(longest());
        };
    }

    private Duration longest() {
        Duration doubled = settings.reconnectFirst().multipliedBy(1L << Math.min(tries++, MOST_DOUBLINGS));
        return doubled.compareTo(settings.reconnectMost()) < 0 ? doubled : settings.reconnectMost();
    }

    private Duration part(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }

    /** A bind has stood for some time: the next loss is another one. */
    void reset() {
        tries = 0;
    }
}
