/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import io.uptext.simulator.SimulatedRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One load: many requests at a rate, with few or many under way at a time. */
public final class Traffic {

    /** How long a load that is stopped waits for the answers that are still due. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Courier courier;
    private final Supplier<SimulatedRequest> requests;
    private final Load load;
    private final Semaphore room;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Tally tally = new Tally();
    private volatile long begun = System.nanoTime();

    /**
     * Prepares a load.
     *
     * @param requests each one anew: a provider's message has an id and a time of its own
     */
    public Traffic(Courier courier, Supplier<SimulatedRequest> requests, Load load) {
        this.courier = courier;
        this.requests = requests;
        this.load = load;
        this.room = new Semaphore(load.concurrency());
    }

    /** Sends everything and waits for the answers; to be called once. */
    public Results run() throws InterruptedException {
        begun = System.nanoTime();
        for (long number = 0; number < load.count() && !isOver(number); number++) {
            if (isStoppedWithin(load.due(number) - elapsed()) || !hasRoom()) {
                break;
            }
            send(begun + (load.isPaced() ? load.due(number) : elapsed()));
        }
        awaitAnswers();
        return soFar();
    }

    /** Sends no more; {@link #run} then returns within two seconds. For another thread to call. */
    public void stop() {
        stop.countDown();
    }

    /** What has come of it so far. */
    public Results soFar() {
        return tally.results(Duration.ofNanos(elapsed()));
    }

    private void send(long due) {
        SimulatedRequest request = requests.get();
        tally.sent();
        var _ = courier.begin(request).whenComplete((answer, failure) -> ended(answer, failure, due));
    }

    private void ended(@Nullable HttpResponse<Void> answer, @Nullable Throwable failure, long due) {
        try {
            if (answer != null) {
                tally.answered(answer.statusCode(), Duration.ofNanos(System.nanoTime() - due));
            } else if (failure != null) {
                tally.failed(Failure.of(failure));
            }
        } finally {
            room.release();
        }
    }

    private boolean isOver(long number) {
        return Math.max(load.due(number), elapsed()) >= load.lasting().toNanos();
    }

    private boolean isStoppedWithin(long nanos) throws InterruptedException {
        return stop.await(nanos, TimeUnit.NANOSECONDS);
    }

    private boolean hasRoom() throws InterruptedException {
        while (!room.tryAcquire(GLANCE.toNanos(), TimeUnit.NANOSECONDS)) {
            if (stop.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    private void awaitAnswers() throws InterruptedException {
        long end = elapsed() + Courier.PATIENCE.plus(LAST_ANSWERS).toNanos();
        while (elapsed() < end && !room.tryAcquire(load.concurrency(), GLANCE.toNanos(), TimeUnit.NANOSECONDS)) {
            if (stop.getCount() == 0) {
                end = Math.min(end, elapsed() + LAST_ANSWERS.toNanos());
            }
        }
    }

    private long elapsed() {
        return System.nanoTime() - begun;
    }
}
