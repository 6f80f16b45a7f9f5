/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of your recent challenges, the newest first.
 *
 * @param challenges there may be none, and yet a next page
 * @param next the cursor of the next page; null if there is none
 */
public record ChallengePage(
        List<Challenge> challenges, @Nullable String next) {

    /** Copies the list. */
    public ChallengePage {
        challenges = List.copyOf(challenges);
    }
}
