/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.Outcome;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.Passage;
import io.uptext.verifier.join.Told;
import java.time.Duration;
import java.util.function.Supplier;

/** What may befall a verifier. */
final class Faults {

    private Faults() {}

    /** The end of a process, for one thread: nothing catches it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** It dies once Redis has stored how a challenge ended, and before anybody is told. */
    static JoinStore dyingWhenStored(JoinStore store) {
        return new ChangedStore(store) {
            @Override
            Told hearing(Told told) {
                return (verdict, misses) -> {
                    if (verdict.stream().anyMatch(Outcome.class::isInstance)) {
                        throw new Crash();
                    }
                    told.tell(verdict, misses);
                };
            }
        };
    }

    /** Redis fails for a while, from the first time that it is asked. */
    static final class Outage {

        private static final Duration TIME = Duration.ofMillis(1500);

        private final Supplier<RuntimeException> how;
        private volatile long until;
        private volatile boolean over;

        /** Throws what {@code how} gives. */
        Outage(Supplier<RuntimeException> how) {
            this.how = how;
        }

        /** Whether something has worked after it. */
        boolean isOver() {
            return over;
        }

        JoinStore of(JoinStore store) {
            return new ChangedStore(store) {
                @Override
                public Passage passage(Told told) {
                    if (until == 0) {
                        until = System.nanoTime() + TIME.toNanos();
                    }
                    if (System.nanoTime() < until) {
                        throw how.get();
                    }
                    over = true;
                    return super.passage(told);
                }
            };
        }
    }
}
