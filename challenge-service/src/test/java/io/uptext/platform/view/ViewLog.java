/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.RedemptionEvent;

/** Stands in for the log behind a view: only its reader may tell it of outcomes. */
public final class ViewLog {

    private ViewLog() {}

    public static void tell(ChallengeView view, Outcome outcome) {
        view.apply(outcome);
    }

    public static void tell(ChallengeView view, RedemptionEvent redemption) {
        view.apply(redemption);
    }

    public static void hasReadAll(ChallengeView view) {
        view.becomeCurrent();
    }
}
