/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where slots are kept. What it holds can be lost: it is rebuilt from Kafka. */
public interface JoinStore {

    /**
     * Applies the rule to each slot's arrivals in order and stores what comes of it, as if nobody else touched the slot
     * meanwhile.
     *
     * @return what the world is to be told, slot by slot in the order of the arrivals
     * @throws RuntimeException if the store cannot be reached; then some slots may have been stored, and applying the
     *     same arrivals again tells the same
     */
    List<OutcomeEvent> apply(Map<JoinKey, List<Arrival>> arrivals);

    /** Slots of a partition whose challenge's validity ended before {@code watermark}, at most {@code most}. */
    List<JoinKey> due(int partition, Instant watermark, int most);

    /** Takes slots off the list of deadlines, once what came of them is published and not earlier. */
    void settle(int partition, List<JoinKey> slots);
}
