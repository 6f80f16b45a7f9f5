/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The end of an instance, as browsers see it: nobody new comes in, and those who wait are sent to other instances a few at a
 * time. The framework has told Kubernetes before that this instance takes no traffic.
 */
final class Drain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    /** Beyond the time itself, for event loops that are late. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Openings openings;
    private final Waiting waiting;
    private final Streams streams;
    private final Duration time;
    private volatile boolean running;

    Drain(Openings openings, Waiting waiting, Streams streams, Duration time) {
        this.openings = openings;
        this.waiting = waiting;
        this.streams = streams;
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        openings.endAdmission();
        waiting.answerPolls();
        try {
            CompletableFuture.allOf(streams.all().stream()
                            .map(wheel -> wheel.drain(time))
                            .toArray(CompletableFuture<?>[]::new))
                    .get(time.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Not every stream was ended in time; their browsers come again when they notice");
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before all else: the readers, so that who still waits hears of outcomes, and the ports, so that who asks is told. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
