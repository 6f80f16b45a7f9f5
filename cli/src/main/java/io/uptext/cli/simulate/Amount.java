/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.traffic.Load;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many requests are sent: one, unless more is said. */
final class Amount {

    private static final int DEFAULT_CONCURRENCY = 50;

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

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Wait for at most N answers at a time (" + DEFAULT_CONCURRENCY + ").")
    private @Nullable Integer concurrency;

    boolean isLoad() {
        return rate != null || lasting != null || (count != null && count > 1);
    }

    /**
     * Looks for what cannot be.
     *
     * @throws IllegalArgumentException if there is something
     */
    void check() {
        if (!Double.isFinite(Objects.requireNonNullElse(rate, 1.0))) {
            throw new IllegalArgumentException("--rate is a number.");
        }
        var _ = toLoad();
    }

    Load toLoad() {
        return new Load(
                Objects.requireNonNullElse(count, Load.ENDLESS),
                Objects.requireNonNullElse(rate, Load.UNPACED),
                Objects.requireNonNullElse(lasting, Load.FOREVER),
                Objects.requireNonNullElse(concurrency, DEFAULT_CONCURRENCY));
    }
}
