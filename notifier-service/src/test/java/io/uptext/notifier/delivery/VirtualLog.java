/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One partition of the log of deliveries, and what its consumers have committed. */
final class VirtualLog implements Outbox {

    private static final Duration WRITE = Duration.ofMillis(2);

    final List<DeliveryEvent> records = new ArrayList<>();
    final List<EndpointEvent> endpoints = new ArrayList<>();
    long committed;
    private final VirtualTime time;
    private final List<Runnable> readers = new ArrayList<>();

    VirtualLog(VirtualTime time) {
        this.time = time;
    }

    void follow(Runnable reader) {
        readers.add(reader);
    }

    @Override
    public CompletionStage<Void> publish(DeliveryEvent event) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        time.after(WRITE, () -> {
            records.add(event);
            done.complete(null);
            readers.forEach(Runnable::run);
        });
        return done;
    }

    @Override
    public CompletionStage<Void> publish(EndpointEvent event) {
        endpoints.add(event);
        return CompletableFuture.completedFuture(null);
    }
}
