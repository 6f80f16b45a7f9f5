/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.time.Duration;

/**
 * What came of one contender's turn: first all challenges, then all texts, so that each text finds its challenge as it does
 * in life.
 *
 * @param joins how many sign-ins, each a challenge and a text
 * @param challenges the first half
 * @param texts the second half
 */
record JoinTurn(int joins, Phase challenges, Phase texts) {

    /**
     * Half a turn.
     *
     * @param took from the moment when the records could be seen to the last outcome
     * @param used in that time
     */
    record Phase(Duration took, Meter.Used used) {}

    /** Sign-ins a second, both halves counted. */
    double joinsPerSecond() {
        return perSecond(challenges.took.plus(texts.took));
    }

    double challengesPerSecond() {
        return perSecond(challenges.took);
    }

    double textsPerSecond() {
        return perSecond(texts.took);
    }

    /** Microseconds of the contender's processor time for each sign-in, both records; the same below of others. */
    double processMicros() {
        return micros(challenges.used.server().plus(texts.used.server()));
    }

    double kafkaMicros() {
        return micros(challenges.used.kafka().plus(texts.used.kafka()));
    }

    double redisMicros() {
        return micros(challenges.used.redis().plus(texts.used.redis()));
    }

    double allMicros() {
        return processMicros() + kafkaMicros() + redisMicros();
    }

    /** The same for the texts alone. */
    double textMicros() {
        return micros(texts.used.server().plus(texts.used.kafka()).plus(texts.used.redis()));
    }

    double others() {
        return Math.max(challenges.used.others(), texts.used.others());
    }

    private double perSecond(Duration took) {
        return joins * 1e9 / took.toNanos();
    }

    private double micros(Duration all) {
        return all.toNanos() / 1e3 / joins;
    }
}
