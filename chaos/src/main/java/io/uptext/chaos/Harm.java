/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.promise.Fault;
import java.time.Instant;
import java.util.List;

/**
 * What was done.
 *
 * @param what in words
 * @param at when it was done, for the last time
 * @param backFrom from when on sign-ins have to go on within the limit
 * @param faults each thing that was done, in order, as far as somebody tells them apart
 */
record Harm(String what, Instant at, Instant backFrom, List<Fault> faults) {

    Harm {
        faults = List.copyOf(faults);
    }

    /** Of one kind. */
    Harm(String what, Instant at, Instant backFrom) {
        this(what, at, backFrom, List.of(new Fault(what, at, backFrom)));
    }

    /** One thing after the other. */
    static Harm of(List<Fault> faults) {
        Fault last = faults.getLast();
        return new Harm(faults.size() + " blows", last.at(), last.healed(), faults);
    }
}
