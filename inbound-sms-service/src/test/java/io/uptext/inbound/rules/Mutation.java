/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import io.uptext.simulator.SimulatedRequest;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A way to spoil a good request.
 *
 * @param name for whoever reads a failure
 * @param change makes a request that is different, unless there is nothing to change
 */
record Mutation(String name, Change change) {

    /** What it does. */
    @FunctionalInterface
    interface Change {
        SimulatedRequest of(SimulatedRequest good, Random random);
    }

    /** One that is the same each time. */
    static Mutation fixed(String name, UnaryOperator<SimulatedRequest> change) {
        return new Mutation(name, (good, _) -> change.apply(good));
    }

    @Override
    public String toString() {
        return name;
    }
}
