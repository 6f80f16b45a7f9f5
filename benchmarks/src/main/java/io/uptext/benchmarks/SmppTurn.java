/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.smpp.Acknowledged;
import java.time.Duration;

/**
 * What one way into Kafka has done once at one pace.
 *
 * @param acknowledged by it
 * @param used meanwhile
 */
record SmppTurn(Acknowledged acknowledged, Meter.Used used) {

    double rate() {
        return acknowledged.rate();
    }

    double p50() {
        return micros(acknowledged.p50());
    }

    double p99() {
        return micros(acknowledged.p99());
    }

    /** Microseconds of processor time of the service or the producer for each message; the same below of others. */
    double serverMicros() {
        return each(used.server());
    }

    double kafkaMicros() {
        return each(used.kafka());
    }

    double redisMicros() {
        return each(used.redis());
    }

    /** The SMSC is in this process. */
    double smscMicros() {
        return each(used.load());
    }

    double enquiryP50() {
        return micros(acknowledged.enquiries().p50());
    }

    double enquiryP99() {
        return micros(acknowledged.enquiries().p99());
    }

    double enquiryMax() {
        return micros(acknowledged.enquiries().max());
    }

    private double each(Duration all) {
        return micros(all) / acknowledged.messages();
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }
}
