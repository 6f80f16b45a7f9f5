/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.List;

/**
 * What has happened since a cursor.
 *
 * @param events the first first; there may be none
 * @param next where to go on: store it once you have dealt with the events
 */
public record EventPage(List<OutcomeEvent> events, String next) {

    /** Copies the list. */
    public EventPage {
        events = List.copyOf(events);
    }
}
