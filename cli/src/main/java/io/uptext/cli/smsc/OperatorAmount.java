/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.simulate.Amount;
import io.uptext.simulator.traffic.Load;
import picocli.CommandLine.Option;

/** How many texts are sent, and how many may be unanswered. */
final class OperatorAmount extends Amount {

    private static final int DEFAULT_WINDOW = 100;
    private static final int MOST_QUEUED = 10_000;

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "At most N are unanswered in a session (" + DEFAULT_WINDOW + ").")
    private int window = DEFAULT_WINDOW;

    int window() {
        return window;
    }

    /** The load, with enough in the queue for several windows. */
    Load toLoad() {
        return toLoad(Math.clamp(window * 10L, 1, MOST_QUEUED));
    }
}
