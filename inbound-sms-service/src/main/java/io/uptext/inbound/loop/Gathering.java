/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Has what comes up in one turn of an event loop sent together. So nothing waits for more, and the more there is, the more
 * goes in one load, and the less each thing costs. On other threads, each thing is sent at once.
 */
public final class Gathering<T> {

    private final EventLoops loops;
    private final Consumer<List<T>> send;
    private final FastThreadLocal<List<T>> gathered = new FastThreadLocal<>() {
        @Override
        protected List<T> initialValue() {
            return new ArrayList<>();
        }
    };

    /**
     * Gathers on these loops.
     *
     * @param send is called on the thread that has gathered; it tells itself what goes wrong
     */
    public Gathering(EventLoops loops, Consumer<List<T>> send) {
        this.loops = loops;
        this.send = send;
    }

    /** Adds to the load of this turn. */
    public void add(T each) {
        Optional<Executor> loop = loops.loop();
        if (loop.isEmpty()) {
            send.accept(List.of(each));
            return;
        }
        List<T> load = gathered.get();
        load.add(each);
        if (load.size() == 1) {
            loop.get().execute(this::sendGathered);
        }
    }

    private void sendGathered() {
        List<T> load = List.copyOf(gathered.get());
        gathered.get().clear();
        send.accept(load);
    }
}
