/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.ConnectorId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers when a message came first whose carrier gives it no id: one that comes again after a lost response is known by
 * what it holds.
 *
 * <p>It fails open: where it cannot tell, a message that comes again is another one, and a code confirms once whatever it is.
 */
@FunctionalInterface
public interface FirstSights {

    /**
     * When this content came first. It never fails.
     *
     * @param content a digest of what the message holds
     * @param now this time, to the millisecond
     * @param window for how long the same content is the same message
     * @return {@code now}, unless it came before
     */
    CompletableFuture<Instant> of(ConnectorId connector, String content, Instant now, Duration window);
}
