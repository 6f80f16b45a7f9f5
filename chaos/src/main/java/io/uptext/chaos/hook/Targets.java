/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.hook;

import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Deliveries;
import io.uptext.chaos.promise.Fault;
import io.uptext.chaos.promise.Received;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The targets of the relying parties. One of them does not work at times. */
public final class Targets implements AutoCloseable {

    /** Whose target does not work at times. */
    public static final Party SICK = Party.ACME;

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Party, Target> targets = new EnumMap<>(Party.class);
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Set<ChallengeId> taken = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> outages = new ConcurrentLinkedQueue<>();

    private Targets(Clock clock) {
        this.clock = clock;
    }

    /** Opens none. */
    public static Targets none(Clock clock) {
        return new Targets(clock);
    }

    /** Opens one of each relying party. */
    public static Targets open(Clock clock) {
        Targets all = new Targets(clock);
        URI elsewhere = URI.create("http://127.0.0.1:1/");
        for (Party party : List.of(Party.INITECH, Party.GLOBEX, Party.ACME)) {
            Target target = new Target(party, elsewhere, all.threads, clock, all::note);
            all.targets.put(party, target);
            elsewhere = target.origin().resolve("/redirected");
        }
        return all;
    }

    private void note(Received each) {
        received.add(each);
        if (each.isTaken() && each.challengeId() != null) {
            taken.add(each.challengeId());
        }
    }

    /** Where they are, for the registry. */
    public Map<Party, URI> addresses() {
        Map<Party, URI> addresses = new EnumMap<>(Party.class);
        targets.forEach((party, target) -> addresses.put(party, target.origin().resolve(Received.PATH)));
        return addresses;
    }

    /** How many challenges were taken. */
    public int taken() {
        return taken.size();
    }

    /** Lets the sick one not work in some way, for so long. */
    public Fault outage(Mood mood, Duration length) throws InterruptedException {
        Target sick = Objects.requireNonNull(targets.get(SICK), "there are no targets");
        Instant at = clock.instant();
        sick.be(mood);
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } finally {
            sick.be(Mood.WELL);
        }
        Fault outage = new Fault("a target " + mood.words(), at, clock.instant());
        outages.add(outage);
        return outage;
    }

    /** Waits until all of these were taken, or until then. */
    public void awaitTaken(Collection<ChallengeId> challenges, Instant until) throws InterruptedException {
        Set<ChallengeId> missing = new LinkedHashSet<>(challenges);
        while (!targets.isEmpty()
                && !taken.containsAll(missing)
                && clock.instant().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        }
    }

    /** What they have lived through. */
    public Deliveries deliveries() {
        return targets.isEmpty()
                ? Deliveries.NONE
                : new Deliveries(
                        targets.keySet().stream().map(Party::id).toList(),
                        List.copyOf(received),
                        List.of(SICK.id()),
                        List.copyOf(outages));
    }

    @Override
    public void close() {
        targets.values().forEach(target -> {
            target.be(Mood.GONE);
            target.close();
        });
        threads.shutdownNow();
    }
}
