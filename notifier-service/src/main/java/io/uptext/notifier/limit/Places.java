/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many are there at a time, of each. Who has none takes no memory, so that it holds as many entries as there are connections
 * at most.
 *
 * @param <K> whom they are counted by
 */
final class Places<K> {

    private final int most;
    private final Map<K, Integer> taken = new ConcurrentHashMap<>();

    /**
     * Begins with nothing.
     *
     * @param most how many one may have
     */
    Places(int most) {
        this.most = most;
    }

    /** Takes one, if there is one left. */
    boolean take(K whose) {
        boolean[] got = new boolean[1];
        taken.compute(whose, (_, before) -> {
            int count = before == null ? 0 : before;
            got[0] = count < most;
            return got[0] ? Integer.valueOf(count + 1) : before;
        });
        return got[0];
    }

    /** Gives back one that was taken. */
    void giveBack(K whose) {
        taken.computeIfPresent(whose, (_, count) -> count == 1 ? null : count - 1);
    }

    int taken(K whose) {
        return taken.getOrDefault(whose, 0);
    }

    /** How many have any. */
    int holders() {
        return taken.size();
    }
}
