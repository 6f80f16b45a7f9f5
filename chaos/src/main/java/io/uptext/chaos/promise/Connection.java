/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One connection of a page, from its request to its end.
 *
 * @param instance the number of the instance that was asked
 * @param opened just before the request
 * @param status of the answer; 0 where there was none
 * @param heard all events, in order
 */
public record Connection(int instance, Instant opened, int status, List<Heard> heard, Closing closing) {

    /** The status of a stream. */
    public static final int OK = 200;

    public Connection {
        heard = List.copyOf(heard);
    }

    /** The event after which there is nothing to hear. */
    public Optional<Heard> end() {
        return heard.stream().filter(Heard::isEnd).findFirst();
    }

    @Override
    public String toString() {
        return "a connection of %s to notifier %d (status %d, %s)"
                .formatted(
                        opened,
                        instance,
                        status,
                        heard.stream().map(Heard::words).toList());
    }
}
