/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.time.Duration;
import java.util.List;

/** Something that holds whatever is killed. */
public interface Promise {

    /** What is promised, in a sentence. */
    String sentence();

    /** Each way in which it was broken, without numbers, codes and texts; nothing where it was kept. */
    List<String> broken(Evidence evidence);

    /**
     * All that the verifier promises.
     *
     * @param limit how soon after a fault sign-ins go on
     */
    static List<Promise> all(Duration limit) {
        return List.of(
                new EveryChallengeEndsOnce(),
                new EndsAsExpected(),
                new NoSecondEffectiveOutcome(),
                new ConfirmationNamesOneMessage(),
                new NothingIsDeadLettered(),
                new NothingTouchedByCanary(),
                new BackInTime(limit));
    }

    /**
     * All that the notifier promises to pages that wait.
     *
     * @param limit how soon after a fault they are told
     */
    static List<Promise> toWatchers(Duration limit) {
        return List.of(
                new EveryWatcherIsTold(),
                new WatchersLearnInTime(limit),
                new FirstEventIsTheState(),
                new WatchersHearOnlyOfTheirOwn(),
                new NothingIsTakenBack(limit),
                new NothingFollowsTheEnd(),
                new StrangersHearNothing());
    }

    /**
     * All that the notifier promises to relying parties that it calls.
     *
     * @param most how many times as long the others may wait while one cannot be called
     */
    static List<Promise> byWebhooks(double most) {
        return List.of(
                new EveryOutcomeIsDelivered(),
                new EveryAttemptIsTheSame(),
                new WebhooksAreGenuine(),
                new WebhooksGoNowhereElse(),
                new TheHealthyDoNotWait(most));
    }
}
