/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.Fault;
import io.uptext.simulator.traffic.Results;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Which answer is right. */
sealed interface Expectation {

    /** What is expected of requests with this fault, or without any. */
    static Expectation of(@Nullable Fault fault) {
        return fault == null ? new Acceptance() : new Refusal(fault);
    }

    /** Says what is going to happen, where it is not what everybody expects. */
    void announce(PrintWriter out);

    boolean isMetBy(int status);

    default boolean isMetBy(Results results) {
        return results.all(this::isMetBy);
    }

    /** Any 2xx. */
    record Acceptance() implements Expectation {

        @Override
        public void announce(PrintWriter out) {}

        @Override
        public boolean isMetBy(int status) {
            return status / 100 == 2;
        }
    }

    /** Nothing but 401. */
    record Refusal(Fault fault) implements Expectation {

        private static final int UNAUTHORIZED = 401;

        @Override
        public void announce(PrintWriter out) {
            out.println("A request " + fault.description() + ": the right answer is " + UNAUTHORIZED + ".");
        }

        @Override
        public boolean isMetBy(int status) {
            return status == UNAUTHORIZED;
        }
    }
}
