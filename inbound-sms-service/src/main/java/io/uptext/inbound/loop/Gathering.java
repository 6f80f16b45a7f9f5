/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Has what comes up on an event loop sent together, all of one turn or of a moment. So the more there is, the more goes in
 * one load, and the less each thing costs. On other threads, each thing is sent at once.
 */
public final class Gathering<T> {

    private final EventLoops loops;
    private final Duration patience;
    private final Consumer<List<T>> send;
    private final FastThreadLocal<List<T>> gathered = new FastThreadLocal<>() {
        @Override
        protected List<T> initialValue() {
            return new ArrayList<>();
        }
    };

    private Gathering(EventLoops loops, Duration patience, Consumer<List<T>> send) {
        this.loops = loops;
        this.patience = patience;
        this.send = send;
    }

    /**
     * Gathers what comes up in one turn of a loop; nothing waits for more.
     *
     * @param send is called on the thread that has gathered; it tells itself what goes wrong
     */
    public static <T> Gathering<T> ofATurn(EventLoops loops, Consumer<List<T>> send) {
        return new Gathering<>(loops, Duration.ZERO, send);
    }

    /**
     * Gathers what comes up on a loop from the first thing on until it has waited as long as this.
     *
     * @param patience to the millisecond
     * @param send as in {@link #ofATurn}
     */
    public static <T> Gathering<T> ofAMoment(EventLoops loops, Duration patience, Consumer<List<T>> send) {
        return new Gathering<>(loops, patience, send);
    }

    /** Adds to the next load. */
    public void add(T each) {
        Optional<EventLoop> loop = loops.loop();
        if (loop.isEmpty()) {
            send.accept(List.of(each));
            return;
        }
        List<T> load = gathered.get();
        load.add(each);
        if (load.size() > 1) {
            return;
        }
        if (patience.isZero()) {
            loop.get().execute(this::sendGathered);
        } else {
            var _ = loop.get().schedule(this::sendGathered, patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sendGathered() {
        List<T> load = List.copyOf(gathered.get());
        gathered.get().clear();
        send.accept(load);
    }
}
