/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** A message until all its parts are answered. */
final class PendingMessage implements Delivery.Outcome {

    private final CompletableFuture<Delivered> future = new CompletableFuture<>();
    private final List<Delivery> deliveries;
    private final AtomicReferenceArray<DeliveredPart> parts;
    private final AtomicInteger unanswered;

    PendingMessage(List<byte[]> pdus, long due) {
        deliveries = Arrays.asList(new Delivery[pdus.size()]);
        IntStream.range(0, pdus.size()).forEach(i -> deliveries.set(i, new Delivery(pdus.get(i), this, due)));
        parts = new AtomicReferenceArray<>(pdus.size());
        unanswered = new AtomicInteger(pdus.size());
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    CompletableFuture<Delivered> future() {
        return future;
    }

    @Override
    public void answered(Delivery delivery, int status, long nanos) {
        parts.set(deliveries.indexOf(delivery), new DeliveredPart(status, Duration.ofNanos(nanos), delivery.attempts));
        if (unanswered.decrementAndGet() == 0) {
            future.complete(new Delivered(
                    IntStream.range(0, parts.length()).mapToObj(parts::get).toList()));
        }
    }

    @Override
    public void abandoned() {
        future.cancel(false);
    }
}
