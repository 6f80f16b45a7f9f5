/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.time.Duration;

/**
 * How much a target may cost us.
 *
 * @param whole from looking up its name to the last byte that is read
 * @param idle how long a connection is kept for the next message; less than most servers keep one, so that few hang up on a
 *     message
 * @param answer of the answer's body so many bytes are read, which nobody needs, so that the connection can be used again
 * @param headers of the answer, in bytes
 */
record Limits(Duration whole, Duration idle, int answer, int headers) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(4), 64 * 1024, 16 * 1024);
}
