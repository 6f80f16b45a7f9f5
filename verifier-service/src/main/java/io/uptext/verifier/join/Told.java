/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.util.List;

/** Hears what came of arrivals once it is stored, slot by slot in the order of the arrivals. */
@FunctionalInterface
public interface Told {

    /**
     * Is told.
     *
     * @param verdict what the world is to be told
     * @param misses texts that are held against their senders
     */
    void tell(List<OutcomeEvent> verdict, List<Miss> misses);
}
