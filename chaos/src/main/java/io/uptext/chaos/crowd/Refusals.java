/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.util.Set;

/** When a page takes no for an answer, as the element does. */
final class Refusals {

    /** Nobody has such a token, or not any more. What stands before our servers says it too, while they are replaced. */
    private static final int UNKNOWN_TOKEN = 404;

    /** Another try may help. */
    private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

    private static final int MOST = 4;

    private int refusals;
    private boolean isAccepted;

    /** Something was heard, and the token is good. */
    void heard() {
        refusals = 0;
        isAccepted = true;
    }

    /** Whether a page gives up after this answer. */
    boolean isFinal(Piece.Opened answer) {
        int status = answer.status();
        if (status < 400 || status >= 500 || FOR_NOW.contains(status)) {
            return false;
        }
        refusals++;
        return refusals >= MOST || (status == UNKNOWN_TOKEN && answer.isOurRefusal() && !isAccepted);
    }
}
