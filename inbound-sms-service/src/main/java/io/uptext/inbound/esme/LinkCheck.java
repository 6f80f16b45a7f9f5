/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Whether the peer is there: after a silence it is asked, and after two questions without an answer it is not. */
final class LinkCheck {

    private static final int MOST_UNANSWERED = 2;

    private final Duration silence;
    private final LongSupplier nanoTime;
    private long lastHeard;
    private int unanswered;
    private OptionalInt asked = OptionalInt.empty();
    private long askedAt;

    /** What to do now. */
    enum Step {
        WAIT,
        ASK,
        GIVE_UP
    }

    LinkCheck(Duration silence, LongSupplier nanoTime) {
        this.silence = silence;
        this.nanoTime = nanoTime;
        this.lastHeard = nanoTime.getAsLong();
    }

    /** Something has come from the peer, whatever it is. */
    void heard() {
        lastHeard = nanoTime.getAsLong();
        unanswered = 0;
    }

    /** To be asked once every {@code silence}. */
    Step step() {
        if (nanoTime.getAsLong() - lastHeard < silence.toNanos()) {
            return Step.WAIT;
        }
        return unanswered >= MOST_UNANSWERED ? Step.GIVE_UP : Step.ASK;
    }

    /** The peer was asked with this sequence number. */
    void ask(int sequence) {
        unanswered++;
        asked = OptionalInt.of(sequence);
        askedAt = nanoTime.getAsLong();
    }

    /** How long the answer took, in nanoseconds, if it is the first one to the last question. */
    OptionalLong answered(int sequence) {
        if (asked.isEmpty() || asked.getAsInt() != sequence) {
            return OptionalLong.empty();
        }
        asked = OptionalInt.empty();
        return OptionalLong.of(nanoTime.getAsLong() - askedAt);
    }
}
