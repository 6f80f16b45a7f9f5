/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a stream, as a page has heard it.
 *
 * @param at when it came
 * @param event its name: state, attempt or outcome
 * @param status what it says of the challenge; absent where it says nothing, or nothing known
 * @param why the reason of a denial, or the flaw of an attempt
 * @param expiresAt when the challenge ends, in a state
 */
public record Heard(
        Instant at,
        String event,
        @Nullable ChallengeStatus status,
        @Nullable String why,
        @Nullable Instant expiresAt) {

    /** The name of the event that is the first of every connection. */
    public static final String STATE = "state";

    /** Whether nothing can follow. */
    public boolean isEnd() {
        return status != null && status != ChallengeStatus.PENDING;
    }

    /** Without the time, for whoever reads a failure. */
    String words() {
        return event + (status == null ? "" : " " + status.word()) + (why == null ? "" : " (" + why + ")");
    }
}
