/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli;

import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param clock the time
 * @param variables of the environment
 * @param isTerminal whether a person is looking, who likes to see that it goes on
 */
public record Surroundings(Clock clock, Map<String, String> variables, boolean isTerminal) {

    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /** Without the variables, which may be secrets. */
    @Override
    public String toString() {
        return "Surroundings[isTerminal=" + isTerminal + "]";
    }
}
