/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.ConnectorId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** First sights in this process; held to the same contract as those in Redis. */
public final class InMemorySights implements FirstSights {

    private final RecentSights recent = new RecentSights(1_000);

    @Override
    public CompletableFuture<Instant> of(ConnectorId connector, String content, Instant now, Duration window) {
        return CompletableFuture.completedFuture(recent.of(connector + ":" + content, now, window));
    }
}
