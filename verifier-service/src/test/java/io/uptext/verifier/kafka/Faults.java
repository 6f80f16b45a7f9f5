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
    static JoinStore failing(JoinStore store, Duration time, Supplier<RuntimeException> how) {
        return new ChangedStore(store) {
            private long until;

            @Override
            public Passage passage(Told told) {
                if (until == 0) {
                    until = System.nanoTime() + time.toNanos();
                }
                if (System.nanoTime() < until) {
                    throw how.get();
                }
                return super.passage(told);
            }
        };
    }
}
