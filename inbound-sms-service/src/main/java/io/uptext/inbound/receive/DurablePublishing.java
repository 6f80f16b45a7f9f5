/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what came together, all of it or it is not durable, and nothing that is known to be published (I1). */
public final class DurablePublishing {

    private static final Logger log = LoggerFactory.getLogger(DurablePublishing.class);

    /** A thread for each delivery that needs one, on which its messages keep their order. */
    private static final Executor MAY_WAIT = Thread.ofVirtual().name("publish-", 0)::start;

    private final InboundSmsSink sink;
    private final MessageMemory memory;
    private final Supplier<Executor> here;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Publishes to {@code sink} what {@code memory} does not know.
     *
     * @param here where it goes on after an acknowledgement, as it is when it begins: Kafka's one thread has the next to hear
     *     of
     */
    public DurablePublishing(InboundSmsSink sink, MessageMemory memory, Supplier<Executor> here) {
        this.sink = sink;
        this.memory = memory;
        this.here = here;
    }

    /** Whether everything has become durable; who delivered what is not is asked to deliver it all again. It never fails. */
    CompletableFuture<Boolean> publish(List<Receipt.Accepted> messages, ConnectorId connector) {
        return memory.durable(
                        messages.stream().map(each -> each.event().messageId()).toList())
                .thenCompose(durable -> {
                    List<Receipt.Accepted> fresh = without(durable, messages);
                    return sink.mayBlock()
                            ? CompletableFuture.completedFuture(fresh)
                                    .thenComposeAsync(each -> publishFresh(each, connector), MAY_WAIT)
                            : publishFresh(fresh, connector);
                });
    }

    private static List<Receipt.Accepted> without(Set<MessageId> durable, List<Receipt.Accepted> messages) {
        return durable.isEmpty()
                ? messages
                : messages.stream()
                        .filter(each -> !durable.contains(each.event().messageId()))
                        .toList();
    }

    private CompletableFuture<Boolean> publishFresh(List<Receipt.Accepted> fresh, ConnectorId connector) {
        return CompletableFuture.allOf(fresh.stream()
                        .map(each -> sink.accept(each.event(), each.key()))
                        .toArray(CompletableFuture<?>[]::new))
                .handleAsync(
                        (_, failure) -> {
                            if (failure != null) {
                                tell(connector, failure.getCause() == null ? failure : failure.getCause());
                                return false;
                            }
                            if (failing.get() && failing.compareAndSet(true, false)) {
                                log.info("Messages are durable again");
                            }
                            fresh.forEach(each -> memory.remember(each.event().messageId()));
                            return true;
                        },
                        here.get());
    }

    /** Once for an outage, not once for a message; and the class only, since an exception could quote the record. */
    private void tell(ConnectorId connector, Throwable failure) {
        if (failing.compareAndSet(false, true)) {
            log.warn(
                    "A message through {} is not durable ({}); providers are asked to deliver again until it is over",
                    connector,
                    failure.getClass().getSimpleName());
        }
    }
}
