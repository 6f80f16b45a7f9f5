/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.chaos.promise.Asked;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sign-ins, begun at a steady rate; the same ones for the same seed. */
public final class Load implements AutoCloseable {

    private static final int THREADS = 3;

    private final EventPublisher publisher;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final ExecutorService mayBlock = Executors.newVirtualThreadPerTaskExecutor();
    private final LoadSettings settings;
    private final Draws draws;
    private final Post post;
    private final Script script;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int begun;

    private Load(KafkaClients clients, LoadSettings settings, Pages pages, long seed, Clock clock) {
        this.publisher = clients.publisher("chaos-load");
        this.settings = settings;
        this.draws = new Draws(seed);
        this.post = new Post(publisher, threads, mayBlock, clock);
        this.script = new Script(settings, draws, post, pages, clock);
    }

    /**
     * Starts to play.
     *
     * @param pages are opened for whoever signs in
     */
    public static Load start(KafkaClients clients, LoadSettings settings, Pages pages, long seed, Clock clock) {
        // Events have milliseconds, and what they say is compared to the millisecond.
        Load load = new Load(clients, settings, pages, seed, Clock.tick(clock, Duration.ofMillis(1)));
        var _ = load.threads.scheduleAtFixedRate(
                load::beginOne, 0, TimeUnit.SECONDS.toNanos(1) / settings.perSecond(), TimeUnit.NANOSECONDS);
        return load;
    }

    private void beginOne() {
        if (stopped.getCount() == 0) {
            return;
        }
        post.attempt(script::begin);
        synchronized (this) {
            begun++;
            notifyAll();
        }
        if (begun == settings.most()) {
            stop();
        }
    }

    /** Waits until half of the sign-ins have begun. */
    public void awaitHalf() throws InterruptedException {
        awaitBegun(settings.most() / 2);
    }

    /** Waits until so many sign-ins have begun. */
    public synchronized void awaitBegun(int many) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30 + settings.most() / settings.perSecond());
        while (begun < many) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("the load is far slower than it should be");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Begins no more. */
    public void stop() {
        stopped.countDown();
    }

    /** Waits until all that begins has begun, and until Kafka has all of it. */
    public void awaitPlayed(Duration limit) throws InterruptedException {
        if (!stopped.await(limit.toSeconds() + settings.most() / settings.perSecond(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the load did not end");
        }
        if (!post.awaitAll(limit)) {
            throw new IllegalStateException("Kafka does not take what the load writes");
        }
    }

    /** How many have begun. */
    public int begun() {
        return begun;
    }

    /** How many texts had a code that no challenge has. */
    public int nobodys() {
        return script.nobodys();
    }

    /** How often Kafka did not say yes. */
    public int failures() {
        return post.failures();
    }

    /** The challenges, and how each must end; final once all is played. */
    public List<Asked> asked() {
        return script.signIns().stream().map(SignIn::asked).toList();
    }

    /** When the last validity ends. */
    public Instant lastExpiry() {
        return script.signIns().stream()
                .map(SignIn::expiresAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Its numbers, codes and texts. */
    public Set<String> canaries() {
        return draws.canaries();
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
        mayBlock.shutdownNow();
        publisher.close();
    }
}
