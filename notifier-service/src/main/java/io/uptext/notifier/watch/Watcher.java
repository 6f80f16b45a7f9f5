/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;

/** Whoever waits for a challenge here. It is told on the thread that reads the log, and must not block it. */
interface Watcher {

    /** For what has no record of its own. */
    long UNRECORDED = 0;

    /**
     * The challenge has come into view or has ended; whoever wants to know more looks.
     *
     * @param recordedAt the time of the record that says so, in milliseconds since 1970, or {@link #UNRECORDED}
     */
    void changed(long recordedAt);

    /** A text had the code and did not confirm. */
    void attempt(AttemptFlaw flaw);
}
