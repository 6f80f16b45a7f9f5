/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Has what comes up on an event loop sent together, as one load at a time: what comes up while one is on its way goes with
 * the next. So nothing waits while there is little to do, and the more there is, the less each thing costs. On other threads,
 * each thing is sent at once.
 */
public final class Gathering<T> {

    private final EventLoops loops;
    private final Function<List<T>, CompletionStage<?>> send;
    private final FastThreadLocal<Gathered> gathered = new FastThreadLocal<>() {
        @Override
        protected Gathered initialValue() {
            return new Gathered();
        }
    };

    /**
     * Gathers on these loops.
     *
     * @param send is called on the thread that has gathered; what it returns completes, in whatever way, once the next load
     *     may be sent; it tells itself what goes wrong
     */
    public Gathering(EventLoops loops, Function<List<T>, CompletionStage<?>> send) {
        this.loops = loops;
        this.send = send;
    }

    /** Adds to the next load. */
    public void add(T each) {
        Optional<Executor> loop = loops.loop();
        if (loop.isPresent()) {
            gathered.get().add(each, loop.get());
        } else {
            var _ = send.apply(List.of(each));
        }
    }

    /** Of one loop, and never touched from elsewhere. */
    private final class Gathered {

        private List<T> next = new ArrayList<>();
        private boolean isUnderWay;

        private void add(T each, Executor loop) {
            next.add(each);
            if (!isUnderWay) {
                isUnderWay = true;
                // Not at once: there is most likely more in what the loop has read.
                loop.execute(() -> sendNext(loop));
            }
        }

        private void sendNext(Executor loop) {
            if (next.isEmpty()) {
                isUnderWay = false;
                return;
            }
            List<T> load = next;
            next = new ArrayList<>();
            var _ = sent(load).whenCompleteAsync((_, _) -> sendNext(loop), loop);
        }

        private CompletionStage<?> sent(List<T> load) {
            try {
                return send.apply(load);
            } catch (RuntimeException | Error e) {
                // As a value: what comes up later on this loop is not to wait for it for ever.
                return CompletableFuture.failedFuture(e);
            }
        }
    }
}
