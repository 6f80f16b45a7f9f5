/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.traffic.Load;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many are sent: one, unless more is said. */
public class Amount {

    @Option(names = "--count", paramLabel = "N", description = "Send N, as fast as answers come or at --rate.")
    private @Nullable Long count;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Send N a second, until --for or --count is reached, or until Ctrl-C.")
    private @Nullable Double rate;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Send for a time: 500ms, 30s, 2m.")
    private @Nullable Duration lasting;

    /** Whether it is more than one. */
    public final boolean isLoad() {
        return rate != null || lasting != null || (count != null && count > 1);
    }

    /**
     * The same as a load.
     *
     * @param concurrency how many may be unanswered
     * @throws IllegalArgumentException if that cannot be
     */
    public final Load toLoad(int concurrency) {
        if (!Double.isFinite(Objects.requireNonNullElse(rate, 1.0))) {
            throw new IllegalArgumentException("--rate is a number.");
        }
        return new Load(
                Objects.requireNonNullElse(count, Load.ENDLESS),
                Objects.requireNonNullElse(rate, Load.UNPACED),
                Objects.requireNonNullElse(lasting, Load.FOREVER),
                concurrency);
    }
}
