/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arrivals on their way to their slots, some at a time: what comes of the first is told while the next are being read.
 * One thread uses it.
 */
public interface Passage {

    /**
     * Sends arrivals on; those of a slot come to it in the order in which they were sent.
     *
     * @throws RuntimeException if the store cannot be reached; then some slots may have been stored, and sending all of
     *     the passage again tells the same
     */
    void send(Map<JoinKey, List<Arrival>> arrivals);

    /**
     * Waits until all are stored and told.
     *
     * @return partitions that are lost: their slots are not those that were stored, and are to be filled again
     * @throws RuntimeException as {@link #send}
     */
    Set<Integer> finish();
}
