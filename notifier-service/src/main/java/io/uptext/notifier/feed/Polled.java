/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.contracts.event.NoticeBody;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.OutcomeId;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a poll.
 *
 * @param events what was told, the first first
 * @param next where to go on, also where there is none
 */
record Polled(List<Event> events, String next) {

    Polled {
        events = List.copyOf(events);
    }

    /** As {@link NoticeBody}, with where to go on behind it and the id that a webhook has in a header. */
    record Event(String cursor, OutcomeId id, String type, Instant timestamp, NoticeBody.Data data) {

        static Event of(FeedEvent event) {
            OutcomeNotice notice = event.notice();
            return new Event(event.cursor(), notice.id(), notice.type(), notice.occurredAt(), notice.data());
        }
    }
}
