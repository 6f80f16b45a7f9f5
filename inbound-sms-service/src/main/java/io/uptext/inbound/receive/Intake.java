/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes in messages whose origin is proven: reads their numbers, joins parts, and publishes. */
public final class Intake {

    private final Reception reception;
    private final Joining joining;
    private final DurablePublishing publishing;

    /** What became of messages that came together. */
    public sealed interface Result {

        /**
         * All that can be accepted is durable.
         *
         * @param leftOut why something else can never be, if there was such
         */
        record Stored(Receipt.@Nullable Refused leftOut) implements Result {}

        /** None of it can ever be accepted. */
        record Refused(Receipt.Refused reason) implements Result {}

        /** It may not be durable: it should come again, all of it. */
        record NotStored() implements Result {}
    }

    /** Takes in through these steps. */
    public Intake(Reception reception, Joining joining, DurablePublishing publishing) {
        this.reception = reception;
        this.joining = joining;
        this.publishing = publishing;
    }

    /**
     * Takes in what came together. Where some messages can be accepted and others cannot, the good ones are not lost for the
     * bad ones, which would come again for ever.
     *
     * @param messages at least one
     * @param receivedAt when they came, to the millisecond
     * @return completes once all is durable or known not to be; it never fails
     */
    public CompletableFuture<Result> take(List<DoorMessage> messages, Route route, Instant receivedAt) {
        List<Receipt.Accepted> accepted = new ArrayList<>();
        List<CompletableFuture<Optional<DoorMessage>>> wholes = new ArrayList<>();
        Receipt.@Nullable Refused refused = null;
        for (DoorMessage message : messages) {
            switch (reception.receive(message, route, receivedAt)) {
                case Receipt.Accepted each -> {
                    accepted.add(each);
                    if (message.part() != null) {
                        wholes.add(joining.whole(message, each.event()));
                    }
                }
                case Receipt.Refused each -> refused = each;
            }
        }
        if (refused != null && accepted.isEmpty()) {
            return CompletableFuture.completedFuture(new Result.Refused(refused));
        }
        Result stored = new Result.Stored(refused);
        return with(wholes, accepted, route, receivedAt)
                .thenCompose(all -> publishing.publish(all, route.id()))
                .thenApply(durable -> durable ? stored : new Result.NotStored());
    }

    private CompletableFuture<List<Receipt.Accepted>> with(
            List<CompletableFuture<Optional<DoorMessage>>> wholes,
            List<Receipt.Accepted> accepted,
            Route route,
            Instant receivedAt) {
        if (wholes.isEmpty()) {
            return CompletableFuture.completedFuture(accepted);
        }
        return CompletableFuture.allOf(wholes.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> {
                    for (CompletableFuture<Optional<DoorMessage>> whole : wholes) {
                        whole.join()
                                .map(message -> reception.receive(message, route, receivedAt))
                                .ifPresent(receipt -> addTo(accepted, receipt));
                    }
                    return accepted;
                });
    }

    private static void addTo(List<Receipt.Accepted> accepted, Receipt whole) {
        if (whole instanceof Receipt.Accepted each) {
            accepted.add(each);
        }
    }
}
