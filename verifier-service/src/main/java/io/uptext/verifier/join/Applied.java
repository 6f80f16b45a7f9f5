/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.util.List;
import java.util.Set;

/**
 * What came of some arrivals, all of it.
 *
 * @param verdict what the world is to be told, slot by slot in the order of the arrivals
 * @param misses texts that are held against their senders
 * @param lost partitions whose slots are not those that were stored: nothing was applied there, they are to be filled again
 */
public record Applied(List<OutcomeEvent> verdict, List<Miss> misses, Set<Integer> lost) {

    public Applied {
        verdict = List.copyOf(verdict);
        misses = List.copyOf(misses);
        lost = Set.copyOf(lost);
    }
}
