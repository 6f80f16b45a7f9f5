/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What the phone has received: the last hundred texts, in memory and nowhere else. */
final class Inbox {

    static final int KEPT = 100;

    private final Sinks.Many<Received> texts = Sinks.many().replay().limit(KEPT);
    private final Clock clock;
    private long last;

    Inbox(Clock clock) {
        this.clock = clock;
    }

    synchronized Received receive(String from, String text) {
        Instant now = clock.instant();
        // From the time, so that a page that knows the texts of an earlier run does not take new ones for those.
        last = Math.max(last + 1, now.toEpochMilli());
        Received received = new Received(last, from, text, now);
        texts.tryEmitNext(received).orThrow();
        return received;
    }

    /** Those after {@code id}, and then each that comes. */
    Flux<Received> after(long id) {
        return texts.asFlux().filter(text -> text.id() > id);
    }
}
