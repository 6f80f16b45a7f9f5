/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.util.Set;

/** When a page takes no for an answer, as the element does. */
final class Refusals {

    /** With the first it is told that its token is none; a proxy on the way has no such answer. */
    private static final Set<Integer> UNKNOWN_TOKEN = Set.of(401, 404);

    /** Another try may help. */
    private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

    private static final int MOST = 4;

    private int refusals;

    /** Something was heard. */
    void heard() {
        refusals = 0;
    }

    /** Whether a page gives up after this status. */
    boolean isFinal(int status) {
        if (UNKNOWN_TOKEN.contains(status)) {
            return true;
        }
        if (status >= 400 && status < 500 && !FOR_NOW.contains(status)) {
            refusals++;
        }
        return refusals >= MOST;
    }
}
