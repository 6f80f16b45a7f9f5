/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the challenges of one partition ended, from some time on: the first outcome of each, in the order of the log, is the
 * decision. To be shown every outcome in that order; for one thread.
 */
final class Decisions {

    private final Duration memory;
    private final Map<ChallengeId, Decision> first = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;

    private record Decision(String outcome, Instant time) {}

    /**
     * Knows of none yet.
     *
     * @param memory how long after its outcome a challenge may get another
     */
    Decisions(Duration memory) {
        this.memory = memory;
    }

    /**
     * Takes note of the next outcome and says whether it is to be told. That is the decision, and the decision again: who
     * writes it twice or sends it back from the dead letters wants it told, and it is told with the same ids. A later outcome
     * that says something else never happened.
     *
     * @param time of its record, which is not of the future
     */
    boolean isTold(Outcome outcome, Instant time) {
        @Nullable Decision known = first.putIfAbsent(outcome.challengeId(), new Decision(outcome.eventId(), time));
        latest = time.isAfter(latest) ? time : latest;
        forget();
        return known == null || known.outcome().equals(outcome.eventId());
    }

    /** The log is roughly in the order of time, so that what is old stands in front. */
    private void forget() {
        Instant oldest = latest.minus(memory);
        Iterator<Decision> all = first.values().iterator();
        while (all.hasNext() && all.next().time().isBefore(oldest)) {
            all.remove();
        }
    }

    /** Of how many challenges it is known how they ended. */
    int size() {
        return first.size();
    }
}
