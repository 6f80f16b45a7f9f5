/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import java.time.Instant;

/**
 * A text that the phone has received.
 *
 * @param id grows from each to the next
 * @param from a number or a name, as whoever sent it claims
 */
record Received(long id, String from, String text, Instant at) {

    @Override
    public String toString() {
        return "text " + id;
    }
}
