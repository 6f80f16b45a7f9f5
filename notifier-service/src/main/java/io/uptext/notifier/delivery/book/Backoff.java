/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after an attempt that failed.
 *
 * @param steps after the first, the second and so on; after more than there are steps, the last
 */
public record Backoff(List<Duration> steps) {

    private static final double LEAST = 0.75;
    private static final double MOST = 1.25;

    public Backoff {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.stream().anyMatch(step -> !step.isPositive())) {
            throw new IllegalArgumentException("a back-off has at least one step, and each is longer than nothing");
        }
    }

    /**
     * A quarter more or less than the step, so that what failed together does not come back together.
     *
     * @param failures how many there were, at least one
     */
    public Duration after(int failures, RandomGenerator random) {
        Duration step = steps.get(Math.min(failures, steps.size()) - 1);
        return Duration.ofMillis((long) (step.toMillis() * random.nextDouble(LEAST, MOST)));
    }
}
