/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.traffic.Load;
import picocli.CommandLine.Option;

/** How many requests are sent, and how many at a time. */
final class RequestAmount extends Amount {

    private static final int DEFAULT_CONCURRENCY = 50;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Wait for at most N answers at a time (" + DEFAULT_CONCURRENCY + ").")
    private int concurrency = DEFAULT_CONCURRENCY;

    /**
     * The load.
     *
     * @throws IllegalArgumentException if it cannot be
     */
    Load toLoad() {
        return toLoad(concurrency);
    }
}
