/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Answered;
import java.time.Duration;

/**
 * What one contender has done once.
 *
 * @param answered by it
 * @param server processor time of the contender itself
 * @param backend processor time of Kafka and Redis
 * @param load processor time of this process
 * @param others share of the processors that was used by nobody of these, 0 to 1
 */
record Round(Answered answered, Duration server, Duration backend, Duration load, double others) {

    double rate() {
        return answered.rate();
    }

    double p50() {
        return micros(answered.latency(50));
    }

    double p99() {
        return micros(answered.latency(99));
    }

    /** Microseconds of the contender's processor time for each request. */
    double serverMicros() {
        return micros(server) / answered.requests();
    }

    /** Microseconds of processor time in Kafka and Redis for each request. */
    double backendMicros() {
        return micros(backend) / answered.requests();
    }

    /** Microseconds that the load itself has cost for each request. */
    double loadMicros() {
        return micros(load) / answered.requests();
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }
}
