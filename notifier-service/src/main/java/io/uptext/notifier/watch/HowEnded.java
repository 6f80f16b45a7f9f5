/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import java.util.Locale;

/** Why a stream is no more. */
enum HowEnded {
    /** It has said how the challenge ended. */
    TOLD,
    /** The browser has closed it, or the network has. */
    GONE,
    /** The browser did not take what was sent. */
    SLOW,
    /** This instance stops. */
    DRAINED,
    /** Its challenge is so old that nobody says any more how it ended. */
    FORGOTTEN,
    /** It never was one: a problem was the answer. */
    REFUSED;

    /** Its name in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
