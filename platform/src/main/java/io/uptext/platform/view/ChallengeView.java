/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.RedemptionEvent;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recent challenges and what became of them.
 *
 * <p>Each instance reads the log itself and keeps what it needs in memory, so any instance can answer any browser and
 * losing Redis changes nothing here. The first outcome of a challenge by offset is the decision: outcomes are keyed by
 * challenge, and one thread applies a partition in order, so later ones simply find the place taken.
 */
public final class ChallengeView {

    /** How long a challenge can be looked up after its validity has ended. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    /** How far back a starting instance reads the log; a challenge that is older has no outcome that is yet to come. */
    public static final Duration WINDOW = Validity.LONGEST.plus(GRACE);

    private final Map<ChallengeId, ViewedChallenge> challenges = new ConcurrentHashMap<>();
    private final Map<ChallengeId, Outcome> earlyOutcomes = new ConcurrentHashMap<>();
    private final Map<ChallengeId, RedemptionEvent> earlyRedemptions = new ConcurrentHashMap<>();
    private final Map<WaitTokenHash, ChallengeId> byToken = new ConcurrentHashMap<>();
    private final Map<RelyingPartyId, NavigableSet<Place>> byParty = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean current;

    /** Whether the view has read all that was in the log when it started; until then it must not be asked. */
    public boolean isCurrent() {
        return current;
    }

    /** A challenge, or empty where none of that name is recent. */
    public Optional<ViewedChallenge> find(ChallengeId id) {
        return Optional.ofNullable(challenges.get(id));
    }

    /** The challenge of a waiting browser, or empty where no recent one has that token. */
    public Optional<ViewedChallenge> find(WaitTokenHash token) {
        @Nullable ChallengeId id = byToken.get(token);
        return id == null ? Optional.empty() : find(id);
    }

    /**
     * The recent challenges of a relying party, the newest first.
     *
     * @param after where to go on, a place that an earlier stream has come to; the first of all if absent
     */
    public Stream<ViewedChallenge> newest(RelyingPartyId party, @Nullable Place after) {
        NavigableSet<Place> places = byParty.getOrDefault(party, Collections.emptyNavigableSet());
        return (after == null ? places : places.tailSet(after, false))
                .stream().flatMap(place -> find(place.id()).stream());
    }

    /** Calls {@code listener} for each change from now on, on the thread that reads the log: it must not block. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Takes a challenge in. Its writer may do so too once Kafka has it, to read its own write. */
    public void apply(ChallengeCreated created, CodeKey key) {
        ChallengeId id = created.challengeId();
        ViewedChallenge seen;
        synchronized (this) {
            if (challenges.containsKey(id)) {
                return;
            }
            seen = new ViewedChallenge(created, key, earlyOutcomes.remove(id), earlyRedemptions.remove(id));
            challenges.put(id, seen);
            byToken.put(created.waitTokenHash(), id);
            byParty.computeIfAbsent(created.relyingParty(), _ -> new ConcurrentSkipListSet<>())
                    .add(Place.of(created));
        }
        tell(listener -> listener.created(seen));
    }

    void apply(Outcome outcome) {
        ViewedChallenge decided;
        synchronized (this) {
            @Nullable ViewedChallenge seen = challenges.get(outcome.challengeId());
            if (seen == null) {
                earlyOutcomes.putIfAbsent(outcome.challengeId(), outcome);
                return;
            }
            if (seen.outcome() != null) {
                return;
            }
            decided = new ViewedChallenge(seen.created(), seen.key(), outcome, seen.redemption());
            challenges.put(outcome.challengeId(), decided);
        }
        tell(listener -> listener.decided(decided));
    }

    synchronized void apply(RedemptionEvent redemption) {
        ChallengeId id = redemption.challengeId();
        @Nullable ViewedChallenge seen = challenges.get(id);
        if (seen == null) {
            earlyRedemptions.putIfAbsent(id, redemption);
        } else if (seen.redemption() == null) {
            challenges.put(id, new ViewedChallenge(seen.created(), seen.key(), seen.outcome(), redemption));
        }
    }

    void apply(AuthAttemptRejected attempt) {
        find(attempt.challengeId()).ifPresent(seen -> tell(listener -> listener.attempt(seen, attempt)));
    }

    void becomeCurrent() {
        current = true;
    }

    /** Forgets what ended so long ago that nobody asks for it. */
    void forgetBefore(Instant now) {
        Instant oldest = now.minus(GRACE);
        challenges.values().removeIf(seen -> {
            boolean old = seen.created().expiresAt().isBefore(oldest);
            if (old) {
                byToken.remove(seen.created().waitTokenHash());
                byParty.getOrDefault(seen.created().relyingParty(), Collections.emptyNavigableSet())
                        .remove(Place.of(seen.created()));
            }
            return old;
        });
        earlyOutcomes.values().removeIf(outcome -> outcome.occurredAt().isBefore(now.minus(WINDOW)));
        earlyRedemptions.values().removeIf(redemption -> redemption.occurredAt().isBefore(now.minus(WINDOW)));
    }

    private void tell(Consumer<Listener> news) {
        listeners.forEach(news);
    }

    /**
     * Where a challenge stands among those of its relying party.
     *
     * @param createdAt when it was created, in milliseconds since 1970; the newest comes first
     */
    public record Place(long createdAt, ChallengeId id) implements Comparable<Place> {

        private static final Comparator<Place> NEWEST_FIRST = Comparator.comparingLong(Place::createdAt)
                .reversed()
                .thenComparing(place -> place.id().value());

        /** That of a challenge. */
        public static Place of(ChallengeCreated created) {
            return new Place(created.createdAt().toEpochMilli(), created.challengeId());
        }

        @Override
        public int compareTo(Place other) {
            return NEWEST_FIRST.compare(this, other);
        }
    }

    /** Hears of each change once, in the order of the log per challenge. */
    public interface Listener {

        /** A challenge has come into view, perhaps with its outcome. */
        default void created(ViewedChallenge challenge) {}

        /** A challenge has ended. */
        default void decided(ViewedChallenge challenge) {}

        /** A message had the code and did not confirm. */
        default void attempt(ViewedChallenge challenge, AuthAttemptRejected attempt) {}
    }
}
