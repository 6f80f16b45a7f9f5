/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.List;

/**
 * Others are told as fast while a target does not work as they were before. Times of a machine that does other things as well
 * are no measurement: the bound is far from what is seen, and as far from one attempt that waits for a dead target.
 */
public final class TheHealthyDoNotWait implements Promise {

    private final double most;

    /**
     * Compares.
     *
     * @param most how many times the 99th percentile may be what it was
     */
    public TheHealthyDoNotWait(double most) {
        this.most = most;
    }

    @Override
    public String sentence() {
        return "Webhooks of others come as soon while a target is dead: 99th percentile at most %.0f times as long"
                .formatted(most);
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Waits waits = Waits.of(evidence);
        if (waits.before().isEmpty() || waits.during().isEmpty()) {
            return List.of("nobody healthy was told before or during an outage, so there is nothing to compare");
        }
        return waits.areAtMost(most) ? List.of() : List.of(waits.words());
    }
}
