/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * One stream: a thread that reads from Kafka only what the listener takes, so that a slow one fills nobody's memory. It stays
 * open while Kafka is away. The thread is a real one, since reading from Kafka would pin a virtual one.
 */
final class FeedStream {

    private static final Logger log = LoggerFactory.getLogger(FeedStream.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** Who takes nothing for so long is not there any more. */
    private static final Duration STALLED = Duration.ofMinutes(2);

    private final FluxSink<byte[]> sink;
    private final FeedProperties properties;
    private volatile @Nullable FeedReader reader;
    private volatile boolean isCancelled;
    private volatile boolean isEnding;
    private long taken = System.nanoTime();
    private long quiet = System.nanoTime();

    private FeedStream(FluxSink<byte[]> sink, FeedProperties properties) {
        this.sink = sink;
        this.properties = properties;
    }

    /**
     * The bytes of a stream, which begins and ends with its subscription.
     *
     * @param place is given back when the thread and its connection to Kafka are no more: who comes and goes quickly has no
     *     more of them than who stays
     * @param open opens what is read; it may block and may throw a {@link ProblemException}
     */
    static Flux<byte[]> of(Streams.Place place, Supplier<FeedReader> open, FeedProperties properties) {
        return Flux.create(
                sink -> {
                    FeedStream stream = new FeedStream(sink, properties);
                    Thread thread =
                            Thread.ofPlatform().daemon().name("events").unstarted(() -> stream.run(open, place));
                    sink.onRequest(_ -> LockSupport.unpark(thread));
                    sink.onDispose(() -> stream.cancel(thread));
                    place.onEnd(() -> stream.end(thread));
                    try {
                        thread.start();
                    } finally {
                        if (thread.getState() == Thread.State.NEW) {
                            place.close();
                        }
                    }
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    private void cancel(Thread thread) {
        isCancelled = true;
        wake(thread);
    }

    private void end(Thread thread) {
        isEnding = true;
        wake(thread);
    }

    private void wake(Thread thread) {
        FeedReader opened = reader;
        if (opened != null) {
            opened.wakeup();
        }
        LockSupport.unpark(thread);
    }

    private void run(Supplier<FeedReader> open, Streams.Place place) {
        try {
            run(open);
        } finally {
            place.close();
        }
    }

    private void run(Supplier<FeedReader> open) {
        boolean hasBegun = false;
        try (FeedReader opened = open.get()) {
            reader = opened;
            hasBegun = true;
            pump(opened);
        } catch (ProblemException e) {
            sink.error(e);
            return;
        } catch (KafkaException e) {
            log.info("A stream of events ends: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            log.error("A stream of events fails", e);
        } finally {
            reader = null;
        }
        if (!hasBegun) {
            sink.error(Problem.UNAVAILABLE.because("The stream could not begin."));
            return;
        }
        if (mayEmit()) {
            sink.next(FeedEvent.ending(properties.retry().toMillis()));
        }
        sink.complete();
    }

    private void pump(FeedReader opened) {
        Deque<byte[]> waiting = new ArrayDeque<>();
        waiting.add(FeedEvent.opening(opened.cursor(), properties.retry().toMillis()));
        while (!isCancelled && !isEnding) {
            long now = System.nanoTime();
            if (!mayEmit()) {
                if (now - taken > STALLED.toNanos()) {
                    return;
                }
                LockSupport.parkNanos(GLANCE.toNanos());
            } else if (!waiting.isEmpty()) {
                sink.next(waiting.remove());
                taken = now;
                quiet = now;
            } else {
                taken = now;
                opened.poll(POLL).forEach(event -> waiting.add(event.onTheWire()));
                if (waiting.isEmpty()
                        && System.nanoTime() - quiet >= properties.heartbeat().toNanos()) {
                    if (opened.hasGrown()) {
                        return;
                    }
                    waiting.add(FeedEvent.HEARTBEAT);
                }
            }
        }
    }

    private boolean mayEmit() {
        return !isCancelled && sink.requestedFromDownstream() > 0;
    }
}
