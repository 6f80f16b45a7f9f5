/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What all sessions of an SMSC have in common. */
final class Office implements AutoCloseable {

    private static final Duration LONGEST_GLANCE = Duration.ofMillis(250);
    private static final Duration BETWEEN_OCTETS = Duration.ofMillis(1);

    final SmscSettings settings;
    final Outbox outbox = new Outbox();
    final Behaviour behaviour;
    final Counters counters = new Counters();
    final Pacer pacer;
    volatile boolean isClosed;

    private final Set<SmscSession> open = ConcurrentHashMap.newKeySet();
    private final Set<Delivery> delayed = ConcurrentHashMap.newKeySet();
    private final List<SmscSession> bound = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("smsc-timers").factory());

    Office(SmscSettings settings) {
        this.settings = settings;
        behaviour = new Behaviour(settings);
        pacer = new Pacer(settings.rate());
        long glance = Math.clamp(
                settings.responseTimeout().toNanos() / 4, TimeUnit.MILLISECONDS.toNanos(1), LONGEST_GLANCE.toNanos());
        each(Duration.ofNanos(glance), () -> bound.forEach(this::redeliverOverdue));
        Duration enquire = settings.enquireLinkEvery();
        if (enquire != null) {
            each(enquire, () -> bound.forEach(session -> Thread.startVirtualThread(session::enquireOrEnd)));
        }
        Duration flap = settings.faults().flapEvery();
        if (flap != null) {
            each(flap, () -> bound.forEach(SmscSession::cut));
        }
    }

    private void each(Duration period, Runnable action) {
        var _ = timers.scheduleAtFixedRate(action, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void redeliverOverdue(SmscSession session) {
        session.lane().overdue(settings.responseTimeout().toNanos()).reversed().forEach(outbox::addAgain);
    }

    void redeliverLater(Delivery delivery) {
        delayed.add(delivery);
        try {
            var _ = timers.schedule(
                    () -> endDelay(delivery), settings.retryAfter().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            endDelay(delivery);
        }
    }

    private void endDelay(Delivery delivery) {
        if (delayed.remove(delivery)) {
            outbox.addAgain(delivery);
        }
    }

    void serve(Socket socket) {
        try (Link link = Link.of(socket, settings)) {
            SmscSession session = new SmscSession(this, link);
            open.add(session);
            try {
                if (!isClosed) {
                    new SessionReader(this, session, link).run();
                }
            } finally {
                open.remove(session);
            }
        } catch (IOException e) {
            // No TLS, or gone at once.
            counters.linksLost.increment();
        }
    }

    void join(SmscSession session) {
        counters.binds.increment();
        settings.listener().bound(session);
        bound.add(session);
        outbox.join(session.lane());
    }

    void left(SmscSession session) {
        bound.remove(session);
    }

    void ended(SmscSession session) {
        boolean wasBound = session.wasBound();
        bound.remove(session);
        outbox.end(session.lane());
        Provocation provocation = behaviour.provocation.get();
        if (provocation != null) {
            provocation.ended(session);
        }
        if (wasBound) {
            settings.listener().ended(session);
        }
    }

    List<SmscSession> sessions() {
        return List.copyOf(bound);
    }

    CompletableFuture<Reaction> provoke(WrongPdu wrong, byte[] deliverSm) {
        Provocation provocation = new Provocation(wrong, deliverSm);
        behaviour.provocation.set(provocation);
        if (wrong == WrongPdu.DELIVER_BEFORE_BIND_RESP) {
            behaviour.early.set(provocation);
            return provocation.reaction();
        }
        SmscSession session =
                sessions().stream().findFirst().orElseThrow(() -> new IllegalStateException("nobody is bound"));
        byte[] octets = provocation.begin(session);
        Thread.startVirtualThread(() -> {
            session.send(wrong, octets, BETWEEN_OCTETS);
            if (wrong == WrongPdu.RESPONSE_WITHOUT_REQUEST) {
                var _ = session.enquireLink()
                        .thenRun(() -> provocation.reaction().complete(Reaction.NONE));
            }
        });
        return provocation.reaction();
    }

    @Override
    public void close() {
        isClosed = true;
        outbox.close();
        open.forEach(session -> {
            session.close();
            outbox.end(session.lane());
        });
        timers.shutdownNow();
        delayed.forEach(this::endDelay);
    }
}
