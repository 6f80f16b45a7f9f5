/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Optional;
import java.util.concurrent.Executor;
import reactor.netty.resources.LoopResources;

/** The threads that serve connections, as many as there are processors: with more, each would do less at a time. */
public final class EventLoops implements AutoCloseable {

    /** Accepts connections: a loop that is busy with requests takes sixteen at a time, and the last of a crowd waits long. */
    private static final int ACCEPTING = 1;

    private final LoopResources resources =
            LoopResources.create("doors", ACCEPTING, Runtime.getRuntime().availableProcessors(), true);
    private final FastThreadLocal<Optional<Executor>> current = new FastThreadLocal<>() {
        @Override
        protected Optional<Executor> initialValue() {
            return find();
        }
    };

    /** For the server. */
    public LoopResources resources() {
        return resources;
    }

    /** Comes back to the caller's thread, if it is one of these; otherwise it runs things where it is given them. */
    public Executor here() {
        return loop().orElse(Runnable::run);
    }

    /** The caller's thread, if it is one of these. */
    Optional<Executor> loop() {
        return current.get();
    }

    private Optional<Executor> find() {
        for (EventExecutor each : resources.onServer(LoopResources.DEFAULT_NATIVE)) {
            if (each.inEventLoop()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        resources.dispose();
    }
}
