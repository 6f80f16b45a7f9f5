/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.challenge.issue.Ending;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.ChallengeDisavowed;
import io.uptext.platform.view.ViewedChallenge;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a hosted page says.
 *
 * @see #WHOSE
 */
enum PageState {
    WAITING(null),
    /**
     * A text has come from a phone that nobody has named: a stranger's, if they have read the code off the screen. The person
     * says whose it is before the page goes on, even if the site has not waited for the answer.
     */
    WHOSE(null),
    CONFIRMED(Ending.CONFIRMED),
    DISAVOWED(Ending.DISAVOWED),
    DENIED(Ending.DENIED),
    EXPIRED(Ending.EXPIRED),
    CANCELLED(Ending.CANCELLED);

    private final @Nullable Ending ending;

    PageState(@Nullable Ending ending) {
        this.ending = ending;
    }

    /** That of a challenge. */
    static PageState of(ViewedChallenge seen) {
        return switch (seen.status()) {
            case PENDING -> WAITING;
            case CONFIRMED -> confirmed(seen);
            case DENIED -> DENIED;
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
        };
    }

    private static PageState confirmed(ViewedChallenge seen) {
        if (seen.redemption() instanceof ChallengeDisavowed) {
            return DISAVOWED;
        }
        return seen.created().msisdn() == null ? WHOSE : CONFIRMED;
    }

    /** How the challenge has ended; absent while the page has something to wait for or to ask. */
    @Nullable
    Ending ending() {
        return ending;
    }

    /** Its name, and the key of its heading. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what is said below the heading, which may know the reason. */
    String words(ViewedChallenge seen, Language language) {
        if (seen.outcome() instanceof AuthDenied denied) {
            String known = "denied." + denied.reason().name().toLowerCase(Locale.ROOT);
            if (language.has(known)) {
                return known;
            }
        }
        return word() + "Words";
    }
}
