/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;

/** Stands in for the log behind the recent challenges: only its reader may tell them anything. */
public final class RecentLog {

    private RecentLog() {}

    public static void tell(RecentChallenges challenges, ChallengeCreated created) {
        challenges.apply(created);
    }

    public static void tell(RecentChallenges challenges, Outcome outcome) {
        tell(challenges, outcome, outcome.occurredAt().toEpochMilli());
    }

    public static void tell(RecentChallenges challenges, Outcome outcome, long recordedAt) {
        challenges.apply(outcome, recordedAt);
    }

    public static void tell(RecentChallenges challenges, AuthAttemptRejected attempt) {
        challenges.apply(attempt);
    }

    public static void hasReadAll(RecentChallenges challenges) {
        challenges.becomeCurrent();
    }
}
