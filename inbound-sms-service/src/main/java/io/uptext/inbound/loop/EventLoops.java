/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.StreamSupport;
import reactor.netty.resources.LoopResources;

/** The threads that serve connections, as many as there are processors: with more, each would do less at a time. */
public final class EventLoops implements AutoCloseable {

    /** Accepts connections: a loop that is busy with requests takes sixteen at a time, and the last of a crowd waits long. */
    private static final int ACCEPTING = 1;

    private final LoopResources resources =
            LoopResources.create("doors", ACCEPTING, Runtime.getRuntime().availableProcessors(), true);
    private final List<EventLoop> all = StreamSupport.stream(
                    resources.onServer(LoopResources.DEFAULT_NATIVE).spliterator(), false)
            .map(EventLoop.class::cast)
            .toList();
    private final FastThreadLocal<Optional<EventLoop>> current = new FastThreadLocal<>() {
        @Override
        protected Optional<EventLoop> initialValue() {
            return all.stream().filter(EventLoop::inEventLoop).findFirst();
        }
    };

    /** For the server. */
    public LoopResources resources() {
        return resources;
    }

    /** Each of them, always in the same order. */
    public List<EventLoop> all() {
        return all;
    }

    /** Comes back to the caller's thread, if it is one of these; otherwise it runs things where it is given them. */
    public Executor here() {
        return loop().map(Executor.class::cast).orElse(Runnable::run);
    }

    /** The caller's thread, if it is one of these. */
    Optional<EventLoop> loop() {
        return current.get();
    }

    @Override
    public void close() {
        resources.dispose();
    }
}
