/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.event.OutcomeEvent;
import java.time.Instant;

/**
 * A record of the outcomes' topic.
 *
 * @param at when it was written
 * @param key what it is keyed by
 */
public record Told(int partition, long offset, Instant at, String key, OutcomeEvent event) {

    /** Where it stands. */
    public String place() {
        return "partition " + partition + " offset " + offset;
    }
}
