/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.WatchRouting.Broadcast;
import io.uptext.benchmarks.WatchRouting.Micros;
import io.uptext.benchmarks.WatchRouting.Prototype;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of both ways to a browser, for a sign-in: a challenge, a browser that comes, and an outcome.
 *
 * @param few turns of one instance that reads all
 * @param many turns of more
 * @param more by how many
 * @param routed turns of the prototype
 * @param viewBytes of the heap of an instance for each challenge in its view
 * @param redisBytes of Redis for each challenge that is waited for, in the prototype
 * @param challengeBytes of the record
 * @param outcomeBytes of the record
 */
record RoutingCosts(
        Medians<Broadcast> few,
        Medians<Broadcast> many,
        int more,
        Medians<Prototype> routed,
        double viewBytes,
        double redisBytes,
        int challengeBytes,
        int outcomeBytes) {

    /**
     * Of one more instance that reads both records of a sign-in. What all instances share, to tell relying parties for example, is
     * in none of it.
     */
    double instanceMicros() {
        return challengeMicros() + outcomeMicros();
    }

    double challengeMicros() {
        return ofOneMore(Broadcast::challenges, Micros::process);
    }

    double outcomeMicros() {
        return ofOneMore(Broadcast::outcomes, Micros::process);
    }

    /** Of Kafka for one more instance that reads both. */
    double brokerMicros() {
        return ofOneMore(Broadcast::challenges, Micros::kafka) + ofOneMore(Broadcast::outcomes, Micros::kafka);
    }

    private double ofOneMore(Function<Broadcast, Micros> kind, ToDoubleFunction<Micros> figure) {
        ToDoubleFunction<Broadcast> of = turn -> figure.applyAsDouble(kind.apply(turn));
        return Math.max(0, many.of(of) - few.of(of)) / more;
    }

    /** Of the owner and the one instance, for all of a sign-in. */
    double routedMicros() {
        return ofRouted(Micros::process);
    }

    /** Of Redis, for all of a sign-in. */
    double redisMicros() {
        return ofRouted(Micros::redis);
    }

    private double ofRouted(ToDoubleFunction<Micros> figure) {
        return routed.of(turn -> figure.applyAsDouble(turn.challenges())
                + figure.applyAsDouble(turn.arrivals())
                + figure.applyAsDouble(turn.outcomes()));
    }

    /** What the owner costs Kafka is taken to be what one more instance costs. */
    double routedInAll() {
        return routedMicros() + redisMicros() + brokerMicros();
    }

    /** From so many instances on, all of them together take more processor time than the prototype. */
    double evenAt() {
        return routedInAll() / (instanceMicros() + brokerMicros());
    }

    int recordBytes() {
        return challengeBytes + outcomeBytes;
    }
}
