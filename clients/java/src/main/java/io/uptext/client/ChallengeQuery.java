/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of your recent challenges to list.
 *
 * @param status only those that stand so; null for all
 * @param limit how many at most, 1 to 100
 * @param cursor {@link ChallengePage#next()} of the page before; null for the first
 */
public record ChallengeQuery(
        @Nullable ChallengeStatus status,
        int limit,
        @Nullable String cursor) {

    private static final int USUAL = 20;

    /** The newest of all. */
    public static ChallengeQuery all() {
        return new ChallengeQuery(null, USUAL, null);
    }

    /** The newest that stand so. */
    public static ChallengeQuery of(ChallengeStatus status) {
        return new ChallengeQuery(status, USUAL, null);
    }

    /** So many at most. */
    public ChallengeQuery limit(int limit) {
        return new ChallengeQuery(status, limit, cursor);
    }

    /** The page behind this cursor. */
    public ChallengeQuery after(String cursor) {
        return new ChallengeQuery(status, limit, cursor);
    }

    String parameters() {
        List<String> parameters = new ArrayList<>(List.of("limit=" + limit));
        if (status != null) {
            parameters.add("status=" + status.name().toLowerCase(Locale.ROOT));
        }
        if (cursor != null) {
            parameters.add("cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return "?" + String.join("&", parameters);
    }
}
