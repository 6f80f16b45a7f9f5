/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.simulator.SimulatedSms;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Aggregators at work on all doors: new texts from phones, the same again where there was no 2xx, some twice at once, and some
 * again although there was one, as if the answer had been lost.
 */
final class Aggregators implements AutoCloseable {

    private static final int SENDERS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(30);

    private final List<ConnectorPage> pages;
    private final int port;
    private final Ledger ledger;
    private final AtomicInteger sent = new AtomicInteger();
    private final Queue<Sms> unacknowledged = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> senders = new ArrayList<>();
    private volatile boolean delivering = true;

    /** Begins to deliver to a service at this port. */
    Aggregators(List<ConnectorPage> pages, int port, Ledger ledger, long seed) {
        this.pages = pages;
        this.port = port;
        this.ledger = ledger;
        IntStream.range(0, SENDERS)
                .mapToObj(number -> new Random(seed + number))
                .forEach(random -> senders.add(threads.submit(() -> deliver(random))));
    }

    /** Takes no more new texts, and returns once all that there are were acknowledged. */
    void finish(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        delivering = false;
        for (Future<?> sender : senders) {
            sender.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void deliver(Random random) {
        while (delivering) {
            @Nullable Sms again = random.nextInt(3) == 0 ? unacknowledged.poll() : null;
            deliver(again == null ? fresh(random) : again, random);
            LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE.toNanos()));
        }
        for (Sms left = unacknowledged.poll(); left != null; left = unacknowledged.poll()) {
            deliver(left, random);
        }
    }

    private void deliver(Sms sms, Random random) {
        ledger.note(sms);
        boolean twice = random.nextInt(10) == 0;
        CompletableFuture<Boolean> first = attempt(sms);
        CompletableFuture<Boolean> second = twice ? attempt(sms) : first;
        if (!first.thenCombine(second, Boolean::logicalOr).join()) {
            unacknowledged.add(sms);
        } else if (random.nextInt(20) == 0) {
            var _ = attempt(sms).join();
        }
    }

    private CompletableFuture<Boolean> attempt(Sms sms) {
        HttpRequest request = HttpRequest.newBuilder(sms.attempt(Instant.now()).toHttp(), (_, _) -> true)
                .timeout(PATIENCE)
                .build();
        return CompletableFuture.supplyAsync(() -> status(request), threads).thenApply(status -> {
            ledger.answered(sms, status);
            return status / 100 == 2;
        });
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return Ledger.NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ledger.NO_ANSWER;
        }
    }

    private Sms fresh(Random random) {
        int number = sent.getAndIncrement();
        ConnectorPage page = pages.get(number % pages.size());
        String from = page.from().substring(0, page.from().length() - 4) + "%04d".formatted(random.nextInt(10_000));
        String text = "ACME LOGIN " + ChallengeCode.random(random).display() + " no " + number;
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return new Sms(page.provider(), page.accountAt(port), new SimulatedSms(id, from, page.to(), text));
    }

    @Override
    public void close() {
        delivering = false;
        unacknowledged.clear();
        http.shutdownNow();
        threads.shutdownNow();
    }
}
