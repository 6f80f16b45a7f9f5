/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.time.Duration;
import java.time.Instant;

/** Something that comes over a connection. */
sealed interface Piece {

    /**
     * The answer has begun.
     *
     * @param type of its content
     * @param retryAfter how long whoever is refused is to stay away; nothing where it does not say
     */
    record Opened(int status, String type, Duration retryAfter) implements Piece {

        boolean isStream() {
            return type.startsWith("text/event-stream");
        }

        /** Whether a server of ours has refused, rather than something before it. */
        boolean isOurRefusal() {
            return type.startsWith("application/problem+json");
        }
    }

    /** A line of it, without its end. */
    record Line(Instant at, String text) implements Piece {}

    /** Nothing more comes: the answer is whole, or the connection is broken. */
    record Over(boolean isWhole) implements Piece {}
}
