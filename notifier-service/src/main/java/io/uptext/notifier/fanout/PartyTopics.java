/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.topic.PartyTopic;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Which relying parties' own topics can be written. Those that are missing are made, if we may. A producer that is given a
 * record for a topic that is not there waits for it, each time: so it is asked here first.
 */
final class PartyTopics {

    /** How long a topic may be silent while the rest of Kafka answers, as when its partition gets another leader. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** After which it is tried again, though there was an obstacle. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    /** After which it is asked again for a topic that was missing, which costs nobody anything. */
    static final Duration ASKED_AFTER = Duration.ofSeconds(1);

    private final Admin admin;
    private final PartyTopicSettings settings;
    private final LongSupplier nanoTime;
    private final Complaints complaints;
    private final Set<RelyingPartyId> ready = new HashSet<>();
    private final Map<RelyingPartyId, Blocked> blocked = new HashMap<>();
    private final Map<RelyingPartyId, Long> silentSince = new HashMap<>();

    private record Blocked(Obstacle obstacle, long since) {

        boolean isOver(long now) {
            Duration pause = obstacle == Obstacle.MISSING ? ASKED_AFTER : AGAIN_AFTER;
            return now - since >= pause.toNanos();
        }
    }

    PartyTopics(Admin admin, PartyTopicSettings settings, Complaints complaints, LongSupplier nanoTime) {
        this.admin = admin;
        this.settings = settings;
        this.complaints = complaints;
        this.nanoTime = nanoTime;
    }

    /**
     * What stands in the way of these, of those in whose way something does.
     *
     * @throws KafkaException if Kafka does not answer
     */
    synchronized Map<RelyingPartyId, Obstacle> obstacles(Collection<RelyingPartyId> parties) {
        long now = nanoTime.getAsLong();
        blocked.values().removeIf(each -> each.isOver(now));
        Set<RelyingPartyId> unknown = new HashSet<>(parties);
        unknown.removeAll(ready);
        unknown.removeAll(blocked.keySet());
        if (!unknown.isEmpty()) {
            make(missing(unknown));
        }
        Map<RelyingPartyId, Obstacle> obstacles = new HashMap<>();
        blocked.forEach((party, what) -> {
            if (parties.contains(party)) {
                obstacles.put(party, what.obstacle());
            }
        });
        return obstacles;
    }

    private Set<RelyingPartyId> missing(Set<RelyingPartyId> unknown) {
        var described = admin.describeTopics(names(unknown)).topicNameValues();
        Set<RelyingPartyId> missing = new HashSet<>();
        unknown.forEach(party -> {
            switch (answer(described.get(name(party)))) {
                case null -> ready.add(party);
                case UnknownTopicOrPartitionException _ -> missing.add(party);
                case AuthorizationException e -> block(party, Obstacle.FORBIDDEN, e);
                case KafkaException e -> {
                    // Kafka is away, and whose topic is silent cannot be told.
                    silentSince.clear();
                    throw e;
                }
            }
        });
        return missing;
    }

    private void make(Set<RelyingPartyId> missing) {
        if (missing.isEmpty()) {
            return;
        }
        if (!settings.create()) {
            missing.forEach(party -> block(party, Obstacle.MISSING, new UnknownTopicOrPartitionException()));
            return;
        }
        var made = admin.createTopics(
                        names(missing).stream().map(settings::topic).toList())
                .values();
        missing.forEach(party -> {
            switch (answer(made.get(name(party)))) {
                case null -> ready.add(party);
                case TopicExistsException _ -> ready.add(party);
                case KafkaException e when e instanceof RetriableException -> throw e;
                case KafkaException e -> block(party, Obstacle.NOT_MADE, e);
            }
        });
    }

    /** What is wrong, or null where nothing is. */
    private static @Nullable KafkaException answer(@Nullable KafkaFuture<?> question) {
        try {
            if (question != null) {
                var _ = question.get();
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TimeoutException("interrupted");
        } catch (ExecutionException e) {
            return e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }

    /**
     * Kafka has not taken a record.
     *
     * @return why to give it up; empty where it is worth another try
     */
    synchronized Optional<Obstacle> failed(RelyingPartyId party, Throwable failure) {
        ready.remove(party);
        return switch (failure) {
            case UnknownTopicOrPartitionException _ -> Optional.empty();
            case AuthorizationException e -> block(party, Obstacle.FORBIDDEN, e);
            case RetriableException e -> {
                long now = nanoTime.getAsLong();
                long since = silentSince.computeIfAbsent(party, _ -> now);
                yield now - since < PATIENCE.toNanos() ? Optional.empty() : block(party, Obstacle.SILENT, e);
            }
            default -> {
                complaints.blocked(party, Obstacle.REFUSED, failure);
                yield Optional.of(Obstacle.REFUSED);
            }
        };
    }

    /** Kafka has taken all that was sent at a time. */
    synchronized void takesAll(RelyingPartyId party) {
        silentSince.remove(party);
        complaints.over(party);
    }

    private Optional<Obstacle> block(RelyingPartyId party, Obstacle obstacle, Throwable why) {
        blocked.put(party, new Blocked(obstacle, nanoTime.getAsLong()));
        complaints.blocked(party, obstacle, why);
        return Optional.of(obstacle);
    }

    private static Set<String> names(Collection<RelyingPartyId> parties) {
        return parties.stream().map(PartyTopics::name).collect(Collectors.toSet());
    }

    private static String name(RelyingPartyId party) {
        return new PartyTopic(party).topicName();
    }
}
