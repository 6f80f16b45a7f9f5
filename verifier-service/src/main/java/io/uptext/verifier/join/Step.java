/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.util.List;

/**
 * What the rule says to one arrival.
 *
 * @param next what the slot knows from now on
 * @param verdict what the world is to be told; mostly nothing
 * @param misses texts that are held against their senders; mostly none
 */
public record Step(JoinState next, List<OutcomeEvent> verdict, List<Miss> misses) {

    public Step {
        verdict = List.copyOf(verdict);
        misses = List.copyOf(misses);
    }

    static Step silent(JoinState next) {
        return new Step(next, List.of(), List.of());
    }

    static Step saying(JoinState next, OutcomeEvent event) {
        return new Step(next, List.of(event), List.of());
    }

    /** The same with a text held against its sender. */
    Step and(Miss miss) {
        return new Step(next, verdict, List.of(miss));
    }
}
