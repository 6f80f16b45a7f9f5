/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.KeptReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is on its way to one endpoint. Each endpoint has a lane, with room for attempts of its own, so that whatever one does
 * or does not do, no other has to wait for it.
 */
final class Lane {

    /** How often it is looked whether what waits is useful still. */
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    /** How often it is looked whether an endpoint is ready that was not. */
    private static final Duration NAP = Duration.ofSeconds(5);

    /**
     * How long what is meant for a webhook waits that our registry does not have: whoever scheduled it may have a newer one.
     * Longer than a file takes to reach all instances, a ConfigMap of Kubernetes for example.
     */
    private static final Duration REGISTRY_PATIENCE = Duration.ofMinutes(5);

    private static final Comparator<Delivery> BY_DUE = Comparator.comparing(Delivery::dueAt)
            .thenComparingLong(delivery -> delivery.offset)
            .thenComparingInt(delivery -> delivery.partition);

    final Endpoint endpoint;
    final Health health;

    /** Of each partition the oldest first. */
    private final Map<DeliveryId, Delivery> open = new LinkedHashMap<>();

    /** Those that wait and have nothing of their challenge before them. */
    private final TreeSet<Delivery> due = new TreeSet<>(BY_DUE);

    /** Of each challenge what is to come one after the other. */
    private final Map<ChallengeId, List<Delivery>> chains = new HashMap<>();

    private int underway;
    private int waiting;
    private Instant sweepsAt = Instant.MIN;
    private Instant sleepsUntil = Instant.MIN;

    Lane(Endpoint endpoint, Health health) {
        this.endpoint = endpoint;
        this.health = health;
    }

    /** What has not ended, if there is something. */
    Optional<Backlog> backlog() {
        return open.values().stream()
                .map(each -> each.scheduledAt)
                .min(Comparator.naturalOrder())
                .map(oldest -> new Backlog(endpoint, open.size(), oldest));
    }

    /** How many wait, whether it is their turn or not. */
    int waiting() {
        return waiting;
    }

    boolean isForgettable() {
        return open.isEmpty() && underway == 0 && !health.isSick();
    }

    void add(Delivery delivery) {
        open.put(delivery.id, delivery);
        List<Delivery> chain = chains.computeIfAbsent(delivery.notice.challengeId(), _ -> new ArrayList<>(1));
        chain.add(delivery);
        waiting += delivery.isWaiting() ? 1 : 0;
        if (delivery.equals(chain.getFirst()) && delivery.isWaiting()) {
            due.add(delivery);
        }
    }

    /** It is delivered, kept, or somebody else's. */
    void remove(Delivery delivery) {
        open.remove(delivery.id);
        due.remove(delivery);
        waiting -= delivery.isWaiting() ? 1 : 0;
        ChallengeId challenge = delivery.notice.challengeId();
        List<Delivery> chain = Objects.requireNonNull(chains.get(challenge));
        chain.remove(delivery);
        if (chain.isEmpty()) {
            chains.remove(challenge);
        } else if (chain.getFirst().isWaiting()) {
            due.add(chain.getFirst());
        }
    }

    /** Changes where a delivery stands, and with that its place. */
    void move(Delivery delivery, State state) {
        due.remove(delivery);
        waiting -= delivery.isWaiting() ? 1 : 0;
        delivery.state = state;
        waiting += delivery.isWaiting() ? 1 : 0;
        boolean isFirst = Objects.requireNonNull(chains.get(delivery.notice.challengeId()))
                .getFirst()
                .equals(delivery);
        if (isFirst && delivery.isWaiting()) {
            due.add(delivery);
        }
    }

    /** It is useful anew, and so no longer among the oldest. */
    void putLast(Delivery delivery) {
        open.remove(delivery.id);
        open.put(delivery.id, delivery);
    }

    /** Whatever waits is due: the endpoint works again, or somebody says that it does. */
    void hurry(Instant now) {
        for (Delivery delivery : List.copyOf(due)) {
            if (delivery.state instanceof State.Waiting(int attempts, Instant dueAt) && dueAt.isAfter(now)) {
                move(delivery, new State.Waiting(attempts, now));
            }
        }
        sleepsUntil = Instant.MIN;
    }

    void nap(Instant now) {
        sleepsUntil = now.plus(NAP);
    }

    /** An attempt has ended. */
    void ended() {
        underway--;
    }

    /** The oldest that waits and that nothing is before. */
    Optional<Delivery> oldestWaiting() {
        return open.values().stream().filter(due::contains).findFirst();
    }

    /**
     * Takes out what is to be done now.
     *
     * @param keep what is called for that which is to be kept, and why
     * @param ask what is called for that which is to be attempted
     */
    void pump(Instant now, Standing standing, BiConsumer<Delivery, KeptReason> keep, Consumer<Delivery> ask) {
        switch (standing) {
            case Standing.Over(var reason) -> {
                due.stream()
                        .filter(each -> isOver(each, reason, now))
                        .toList()
                        .forEach(each -> keep.accept(each, reason));
                if (!due.isEmpty()) {
                    nap(now);
                }
            }
            case Standing.NotYet() -> {
                sweep(now, keep);
                nap(now);
            }
            case Standing.Ready() -> {
                sweep(now, keep);
                askWhatIsDue(now, ask);
            }
        }
    }

    private static boolean isOver(Delivery delivery, KeptReason reason, Instant now) {
        return reason != KeptReason.WEBHOOK_REMOVED || !now.isBefore(delivery.scheduledAt.plus(REGISTRY_PATIENCE));
    }

    private void askWhatIsDue(Instant now, Consumer<Delivery> ask) {
        while (hasRoom() && !now.isBefore(quietUntil()) && !due.isEmpty()) {
            Delivery first = due.getFirst();
            if (!(first.state instanceof State.Waiting(int attempts, Instant dueAt)) || dueAt.isAfter(now)) {
                return;
            }
            move(first, new State.Attempting(attempts + 1, now));
            underway++;
            ask.accept(first);
        }
    }

    private void sweep(Instant now, BiConsumer<Delivery, KeptReason> keep) {
        if (now.isBefore(sweepsAt)) {
            return;
        }
        sweepsAt = now.plus(SWEEP_EVERY);
        List<Delivery> over = open.values().stream()
                .filter(each -> !each.usefulUntil.isAfter(now))
                .filter(due::contains)
                .toList();
        over.forEach(each -> keep.accept(each, KeptReason.NO_LONGER_USEFUL));
    }

    private boolean hasRoom() {
        return underway < health.allowed();
    }

    private Instant quietUntil() {
        return later(health.restsUntil(), sleepsUntil);
    }

    /** When there may be something to do, unless something happens before. */
    Instant wakesAt() {
        if (due.isEmpty()) {
            return Instant.MAX;
        }
        Instant begins = hasRoom() ? later(due.getFirst().dueAt(), quietUntil()) : Instant.MAX;
        return begins.isBefore(sweepsAt) ? begins : later(sweepsAt, sleepsUntil);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
