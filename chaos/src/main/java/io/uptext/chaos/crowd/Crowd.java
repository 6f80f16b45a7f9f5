/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.load.Pages;
import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Audience;
import io.uptext.chaos.promise.Fault;
import io.uptext.chaos.promise.Intrusion;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Everybody who waits for an outcome: a page for each challenge, at times a second tab, and at times a page that is opened only
 * when the first knows the end. One in ten tries after each of its connections to hear without a token.
 */
public final class Crowd implements Pages, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(10);
    private static final Duration MOST_LATE = Duration.ofSeconds(10);
    private static final int ONE_IN_TEN = 10;
    private static final int ONE_IN_FIVE = 5;

    private final long seed;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final Door door;
    private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
    private final Queue<Intrusion> intrusions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();

    /** Waits at these places; without any, nobody waits. */
    public Crowd(List<Place> places, long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(exchanges)
                .build();
        this.door = new Door(places, client, clock);
    }

    @Override
    public void open(ChallengeCreated challenge, WaitToken token) {
        if (door.places().isEmpty()) {
            return;
        }
        Random random = new Random(seed ^ challenge.challengeId().value().hashCode());
        Party party = Party.of(challenge.relyingParty());
        boolean tries = random.nextInt(ONE_IN_TEN) == 0;
        Intruder intruder = new Intruder(challenge, token, party, random.nextLong(), intrusions::add);
        Runnable between = tries ? () -> intruder.tryOne(door) : () -> {};
        boolean comesLate = random.nextInt(ONE_IN_FIVE) == 0;
        Duration late = Duration.ofMillis(random.nextLong(MOST_LATE.toMillis()));
        long[] seeds = random.longs(3).toArray();
        begin(() -> {
            Page first = page("page", party, challenge, token, seeds[0]);
            between.run();
            first.run(door, this::count, between);
            between.run();
            if (comesLate && first.watched().end().isPresent() && pause(late)) {
                page("latecomer", party, challenge, token, seeds[1]).run(door, this::count, between);
            }
        });
        if (random.nextInt(ONE_IN_TEN) == 0) {
            begin(() -> page("second tab", party, challenge, token, seeds[2]).run(door, this::count, () -> {}));
        }
    }

    private Page page(String who, Party party, ChallengeCreated challenge, WaitToken token, long pageSeed) {
        Page page = new Page(who, party, challenge, token, pageSeed, clock.instant());
        pages.add(page);
        return page;
    }

    private void begin(Runnable life) {
        open.incrementAndGet();
        try {
            threads.execute(() -> {
                try {
                    life.run();
                } finally {
                    open.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            // The run is over.
            open.decrementAndGet();
        }
    }

    private void count(int change) {
        mostWaiting.accumulateAndGet(waiting.addAndGet(change), Math::max);
    }

    /** Whether the run still goes on afterwards. */
    private static boolean pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many pages are connected and wait. */
    public int waiting() {
        return waiting.get();
    }

    /**
     * Waits until so many pages wait in the same moment.
     *
     * @throws IllegalStateException if they never do within the limit
     */
    public void awaitWaiting(int many, Duration limit) throws InterruptedException {
        if (!awaitAtLeast(() -> waiting.get() >= many, clock.instant().plus(limit))) {
            throw new IllegalStateException(
                    "never did %,d watchers wait at once, only %,d: more sign-ins in a second have more"
                            .formatted(many, mostWaiting.get()));
        }
    }

    /** Waits until nobody has anything left to wait for, or until then. */
    public void awaitTold(Instant until) throws InterruptedException {
        awaitAtLeast(() -> open.get() == 0, until);
    }

    private boolean awaitAtLeast(BooleanSupplier reached, Instant until) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            if (!clock.instant().isBefore(until)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        }
        return true;
    }

    /** Sends all away, and tells what they have lived through. */
    public Audience leave(List<Fault> faults) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(LEAVE_LIMIT.toSeconds(), TimeUnit.SECONDS);
        return new Audience(
                pages.stream().map(Page::watched).toList(), List.copyOf(intrusions), mostWaiting.get(), faults);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
        exchanges.shutdownNow();
    }
}
