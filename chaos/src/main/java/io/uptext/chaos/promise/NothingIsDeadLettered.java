/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.List;

/** A fault is never taken for a bad record. */
public final class NothingIsDeadLettered implements Promise {

    @Override
    public String sentence() {
        return "No good record is dead-lettered";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        return evidence.deadLetters() == 0
                ? List.of()
                : List.of(evidence.deadLetters() + " records are on the dead-letter topics, and none was bad");
    }
}
