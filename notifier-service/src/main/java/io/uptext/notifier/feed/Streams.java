/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.SmartLifecycle;

/**
 * The streams that are open at this instance: not too many of a relying party, not too many at all, and none once the
 * instance is to stop. It stops before the web server, so that each stream can still say when to come back.
 */
public final class Streams implements SmartLifecycle {

    /** How long a stream has to say goodbye. */
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final FeedProperties properties;
    private final Map<RelyingPartyId, Integer> ofParty = new HashMap<>();
    private final Set<Place> taken = new HashSet<>();
    private boolean isOpen;

    Streams(FeedProperties properties, MeterRegistry meters) {
        this.properties = properties;
        var _ = Gauge.builder("uptext.events.streams", this, Streams::count).register(meters);
    }

    /** The place of one stream, until it is closed. */
    final class Place implements AutoCloseable {

        private final RelyingPartyId party;
        private Runnable ending = () -> {};
        private boolean isToEnd;

        private Place(RelyingPartyId party) {
            this.party = party;
        }

        /** How the stream is told that it is to end; at once if it is by now. */
        void onEnd(Runnable end) {
            boolean isLate;
            synchronized (this) {
                ending = end;
                isLate = isToEnd;
            }
            if (isLate) {
                end.run();
            }
        }

        private void end() {
            Runnable end;
            synchronized (this) {
                isToEnd = true;
                end = ending;
            }
            end.run();
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /**
     * Takes a place.
     *
     * @throws ProblemException if there is none
     */
    synchronized Place enter(RelyingPartyId party) {
        if (!isOpen) {
            throw Problem.UNAVAILABLE.because("This instance is about to stop; another one takes over.");
        }
        if (taken.size() >= properties.streams()) {
            throw Problem.UNAVAILABLE.because("This instance has as many listeners as it can serve.");
        }
        if (ofParty.getOrDefault(party, 0) >= properties.streamsPerParty()) {
            throw Problem.RATE_LIMITED
                    .because("This relying party listens with as many connections as it may. Close one of them.")
                    .with(Map.of("Retry-After", "5"));
        }
        var _ = ofParty.merge(party, 1, Integer::sum);
        Place place = new Place(party);
        taken.add(place);
        return place;
    }

    private synchronized void leave(Place place) {
        if (taken.remove(place)) {
            var _ = ofParty.computeIfPresent(place.party, (_, count) -> count == 1 ? null : count - 1);
            notifyAll();
        }
    }

    synchronized int count() {
        return taken.size();
    }

    @Override
    public synchronized void start() {
        isOpen = true;
    }

    @Override
    public void stop() {
        List<Place> open;
        synchronized (this) {
            isOpen = false;
            open = List.copyOf(taken);
        }
        open.forEach(Place::end);
        awaitGoodbye();
    }

    private synchronized void awaitGoodbye() {
        long until = System.nanoTime() + GOODBYE.toNanos();
        try {
            for (long left = GOODBYE.toMillis(); !taken.isEmpty() && left > 0; ) {
                wait(left);
                left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return isOpen;
    }
}
