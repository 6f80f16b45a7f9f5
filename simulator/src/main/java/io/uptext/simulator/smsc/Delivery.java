/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/** One PDU on its way, until it is answered. All but the octets is guarded by the {@link Outbox}. */
final class Delivery {

    /** Told once, on a session's thread. */
    @FunctionalInterface
    interface Outcome {

        /**
         * It was answered, and not with a transient status.
         *
         * @param nanos since it was sent last
         */
        void answered(Delivery delivery, int status, long nanos);

        /** The SMSC was closed before. */
        default void abandoned() {}
    }

    /** Whether an answer arrives. */
    enum Loss {
        /** It does. */
        NONE,
        /** It does not, and the link stays. */
        ALONE,
        /** It does not, and nothing behind it. */
        WITH_THE_LINK
    }

    /** Never changed, so that it is the same each time. */
    final byte[] octets;

    final Outcome outcome;

    /** What {@link System#nanoTime} was or will be when it is due. */
    final long due;

    /** How often it was sent. */
    int attempts;

    /** What becomes of its next answer. */
    Loss loss = Loss.NONE;

    long sentAt;

    Delivery(byte[] octets, Outcome outcome, long due) {
        this.octets = octets;
        this.outcome = outcome;
        this.due = due;
    }
}
