/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.util.List;

/**
 * What the rule says to one arrival.
 *
 * @param next what the slot knows from now on
 * @param verdict what the world is to be told; mostly nothing
 */
public record Step(JoinState next, List<OutcomeEvent> verdict) {

    public Step {
        verdict = List.copyOf(verdict);
    }

    static Step silent(JoinState next) {
        return new Step(next, List.of());
    }

    static Step saying(JoinState next, OutcomeEvent event) {
        return new Step(next, List.of(event));
    }
}
