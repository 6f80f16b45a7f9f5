/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.time.Instant;

/** Something that comes over a connection. */
sealed interface Piece {

    /** The answer has begun. */
    record Opened(int status, boolean isStream) implements Piece {}

    /** A line of it, without its end. */
    record Line(Instant at, String text) implements Piece {}

    /** Nothing more comes: the answer is whole, or the connection is broken. */
    record Over(boolean isWhole) implements Piece {}
}
