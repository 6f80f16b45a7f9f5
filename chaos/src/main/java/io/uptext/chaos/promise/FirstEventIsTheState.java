/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.ArrayList;
import java.util.List;

/** Whoever connects, and connects again, first hears where its challenge stands. */
public final class FirstEventIsTheState implements Promise {

    @Override
    public String sentence() {
        return "The first event of every connection is the state";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            for (Connection each : watched.connections()) {
                if (!each.heard().isEmpty() && !isState(each.heard().getFirst())) {
                    broken.add(watched + ": " + each);
                }
            }
        }
        return broken;
    }

    private static boolean isState(Heard first) {
        return first.event().equals(Heard.STATE) && first.status() != null && first.expiresAt() != null;
    }
}
