/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where slots are kept. What it holds can be lost: it is filled again from Kafka, partition by partition, and until that
 * has been done a partition is lost. One thread uses an instance at a time.
 */
public interface JoinStore {

    /**
     * Begins to apply the rule to arrivals, and to store what comes of them, as if nobody else touched their slots
     * meanwhile.
     *
     * @param told hears what comes of them
     */
    Passage passage(Told told);

    /**
     * Applies the rule to each slot's arrivals in order, all in one passage.
     *
     * @throws RuntimeException if the store cannot be reached; then some slots may have been stored, and applying the
     *     same arrivals again tells the same
     */
    default Applied apply(Map<JoinKey, List<Arrival>> arrivals) {
        List<OutcomeEvent> verdict = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        Passage passage = passage((events, missed) -> {
            verdict.addAll(events);
            misses.addAll(missed);
        });
        passage.send(arrivals);
        return new Applied(verdict, misses, passage.finish());
    }

    /** Slots of a partition with a deadline before {@code watermark}, at most {@code most}; empty where it is lost. */
    Optional<List<JoinKey>> due(int partition, Instant watermark, int most);

    /**
     * Takes slots off the list of deadlines, once what came of them is published and not earlier; those that wait again
     * for something else stay.
     */
    void settle(int partition, List<JoinKey> slots);

    /** From now on a lost partition takes what it is filled with, from this instance alone. */
    void beginFilling(int partition);

    /**
     * The partition holds everything again.
     *
     * @return false if it has been lost in the meantime, so that all begins anew
     */
    boolean endFilling(int partition);

    /** Forgets what this instance remembers of its partitions, since others may come to own them. */
    void forget();
}
