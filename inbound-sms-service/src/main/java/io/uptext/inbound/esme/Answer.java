/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.inbound.smpp.CommandStatus;
import java.util.Locale;

/**
 * What a carrier is told about a message, and what has become of it.
 *
 * @param status what it is told
 * @param fate what has become of the message
 */
record Answer(CommandStatus status, Fate fate) {

    /** What has become of a message. */
    enum Fate {
        /** It is in Kafka. */
        STORED,
        /** It is no text from a person, and nothing is done with it. */
        IGNORED,
        /** It will never be accepted, and is among the dead letters. */
        DEAD_LETTER,
        /** It could not be stored, and should come again. */
        NOT_STORED,
        /** There was no place for it, and it should come again. */
        THROTTLED;

        /** As it is reported. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
