/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import io.uptext.simulator.traffic.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One load: many messages, with an enquire_link every 100 ms meanwhile, to see whether it is still answered in time. */
public final class SmscLoad {

    private static final int BATCH = 64;
    private static final Duration ENQUIRE_EVERY = Duration.ofMillis(100);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final Office office;
    private final Supplier<List<byte[]>> messages;
    private final Load load;
    private final SmscLoadTally tally;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Delivery> batch = new ArrayList<>(BATCH);

    SmscLoad(Office office, Supplier<List<byte[]>> messages, Load load) {
        this.office = office;
        this.messages = messages;
        this.load = load;
        this.tally = new SmscLoadTally(load);
    }

    /** Sends everything over whatever is bound, and waits for the answers until there were none for three timeouts. */
    public SmscLoadResults run() throws InterruptedException {
        tally.begin();
        try (ScheduledExecutorService enquiries = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("smsc-enquire").factory())) {
            var _ = enquiries.scheduleAtFixedRate(this::enquire, 0, ENQUIRE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            try {
                send();
                awaitAnswers();
            } finally {
                enquiries.shutdownNow();
            }
        }
        office.outbox.forget(delivery -> delivery.outcome == tally);
        return tally.results();
    }

    /** Sends no more; {@link #run} then returns within two seconds. For another thread to call. */
    public void stop() {
        stop.countDown();
    }

    /** What has come of it so far. */
    public SmscLoadResults soFar() {
        return tally.results();
    }

    private void send() throws InterruptedException {
        for (long number = 0; number < load.count() && !isOver(number); number++) {
            long wait = load.due(number) - tally.elapsed();
            if (wait > 0) {
                flush();
            }
            if (stop.await(wait, TimeUnit.NANOSECONDS) || !hasRoom()) {
                break;
            }
            long due = tally.begun() + (load.isPaced() ? load.due(number) : tally.elapsed());
            List<byte[]> pdus = messages.get();
            pdus.forEach(pdu -> batch.add(new Delivery(pdu, tally, due)));
            tally.sent(pdus.size());
            if (batch.size() >= BATCH) {
                flush();
            }
        }
        flush();
    }

    private void flush() {
        if (!batch.isEmpty()) {
            office.outbox.add(batch);
            batch.clear();
        }
    }

    private boolean isOver(long number) {
        return Math.max(load.due(number), tally.elapsed()) >= load.lasting().toNanos();
    }

    private boolean hasRoom() throws InterruptedException {
        if (tally.hasRoom()) {
            return true;
        }
        flush();
        while (!tally.awaitRoom()) {
            if (isStopped()) {
                return false;
            }
        }
        return true;
    }

    private boolean isStopped() {
        return stop.getCount() == 0 || office.isClosed;
    }

    private void awaitAnswers() throws InterruptedException {
        long patience = office.settings.responseTimeout().toNanos() * 3;
        long stoppedAt = Long.MAX_VALUE;
        while (!tally.awaitAnswers() && tally.sinceLastAnswer() < patience) {
            if (isStopped()) {
                stoppedAt = Math.min(stoppedAt, tally.elapsed());
            }
            if (tally.elapsed() - stoppedAt > LAST_ANSWERS.toNanos()) {
                return;
            }
        }
    }

    private void enquire() {
        for (SmscSession session : office.sessions()) {
            var _ = session.enquireLink().thenAccept(tally::enquired);
        }
    }
}
