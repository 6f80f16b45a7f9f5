/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between an SMSC and its receivers.
 *
 * @param cutEvery the answer to each so manieth message is lost: when it comes, the link is cut and it counts as not read;
 *     0 for never. A message loses its answer once.
 * @param loseEvery the answer to each so manieth message is lost while the link stays: it counts as not read, and the message
 *     comes again after the response timeout; 0 for never. A message loses its answer once.
 * @param flapEvery all links are cut each time so much time has passed; null for never
 * @param slowness the pause before each PDU is read
 * @param wrong what is sent before each so manieth message, or with {@link WrongPdu#DELIVER_BEFORE_BIND_RESP} at each
 *     bind; null for nothing
 * @param wrongEvery that many messages, at least 1
 */
public record Faults(
        long cutEvery,
        long loseEvery,
        @Nullable Duration flapEvery,
        Duration slowness,
        @Nullable WrongPdu wrong,
        long wrongEvery) {

    /** All goes well. */
    public static final Faults NONE = new Faults(0, 0, null, Duration.ZERO, null, 1);

    public Faults {
        if (cutEvery < 0
                || loseEvery < 0
                || slowness.isNegative()
                || wrongEvery < 1
                || (flapEvery != null && !flapEvery.isPositive())) {
            throw new IllegalArgumentException("faults come after 1 or more, and pauses are not below 0");
        }
    }

    public Faults withCutEvery(long messages) {
        return new Faults(messages, loseEvery, flapEvery, slowness, wrong, wrongEvery);
    }

    public Faults withLoseEvery(long messages) {
        return new Faults(cutEvery, messages, flapEvery, slowness, wrong, wrongEvery);
    }

    public Faults withFlapEvery(Duration time) {
        return new Faults(cutEvery, loseEvery, time, slowness, wrong, wrongEvery);
    }

    public Faults withSlowness(Duration pause) {
        return new Faults(cutEvery, loseEvery, flapEvery, pause, wrong, wrongEvery);
    }

    public Faults withWrong(WrongPdu kind, long everyMessages) {
        return new Faults(cutEvery, loseEvery, flapEvery, slowness, kind, everyMessages);
    }
}
