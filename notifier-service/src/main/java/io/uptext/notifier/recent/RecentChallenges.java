/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What became of the recent challenges, by wait token.
 *
 * <p>Every instance reads all of them, so that it can serve any browser; what it keeps of each is what it could be asked for,
 * some 200 bytes. The first outcome of a challenge by offset is the decision: outcomes are keyed by challenge, and one
 * thread applies a partition in order, so later ones find the place taken.
 */
public final class RecentChallenges {

    /** How long a challenge can be asked for after its validity has ended. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    /** How far back a starting instance reads. */
    static final Duration WINDOW = Validity.LONGEST.plus(GRACE);

    private final Map<ChallengeKey, RecentChallenge> byId = new ConcurrentHashMap<>();
    private final Map<TokenKey, RecentChallenge> byToken = new ConcurrentHashMap<>();
    private final Map<ChallengeKey, Early> early = new ConcurrentHashMap<>();
    private final Map<Ending, Ending> endings = new ConcurrentHashMap<>();
    private final Map<RelyingPartyId, RelyingPartyId> parties = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean current;

    /** Whether all has been read that was in the log at the start; until then nobody must be told anything. */
    public boolean isCurrent() {
        return current;
    }

    /** The challenge of a waiting browser, or empty where no recent one has that token. */
    public Optional<RecentChallenge> find(TokenKey token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** Calls {@code listener} for each change from now on, on the thread that reads the log: it must not block. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    void apply(ChallengeCreated created) {
        ChallengeKey id = ChallengeKey.of(created.challengeId());
        RecentChallenge challenge;
        synchronized (this) {
            if (byId.containsKey(id)) {
                return;
            }
            challenge = new RecentChallenge(
                    id,
                    TokenKey.of(created.waitTokenHash()),
                    one(parties, created.relyingParty()),
                    created.expiresAt().toEpochMilli(),
                    created.msisdn() == null);
            @Nullable Early outcome = early.remove(id);
            if (outcome != null) {
                end(challenge, outcome.ending());
            }
            byId.put(id, challenge);
            byToken.put(challenge.token(), challenge);
        }
        listeners.forEach(listener -> listener.created(challenge));
    }

    /**
     * Takes an outcome in.
     *
     * @param recordedAt when it came to be in the log, in milliseconds since 1970
     */
    void apply(Outcome outcome, long recordedAt) {
        ChallengeKey id = ChallengeKey.of(outcome.challengeId());
        Ending ending = Ending.of(outcome);
        RecentChallenge challenge;
        synchronized (this) {
            @Nullable RecentChallenge known = byId.get(id);
            if (known == null) {
                early.putIfAbsent(
                        id, new Early(one(endings, ending), outcome.occurredAt().toEpochMilli()));
                return;
            }
            if (known.ending() != null) {
                return;
            }
            challenge = known;
            end(challenge, ending);
        }
        listeners.forEach(listener -> listener.ended(challenge, recordedAt));
    }

    private void end(RecentChallenge challenge, Ending ending) {
        challenge.end(one(endings, challenge.isForAnyPhone() ? ending : ending.withoutNumber()));
    }

    void apply(AuthAttemptRejected attempt) {
        @Nullable RecentChallenge challenge = byId.get(ChallengeKey.of(attempt.challengeId()));
        if (challenge != null) {
            listeners.forEach(listener -> listener.attempt(challenge, attempt.flaw()));
        }
    }

    void becomeCurrent() {
        current = true;
    }

    /** Forgets what ended so long ago that nobody asks for it. */
    void forgetBefore(Instant now) {
        long millis = now.toEpochMilli();
        byId.values().removeIf(challenge -> {
            boolean isOld = challenge.isForgotten(millis);
            if (isOld) {
                byToken.remove(challenge.token());
            }
            return isOld;
        });
        long oldest = now.minus(WINDOW).toEpochMilli();
        early.values().removeIf(outcome -> outcome.occurredAt() < oldest);
    }

    /** The one that stands for all that are equal to it. */
    private static <T> T one(Map<T, T> known, T value) {
        @Nullable T first = known.putIfAbsent(value, value);
        return first == null ? value : first;
    }

    /** An outcome that was read before its challenge. */
    private record Early(Ending ending, long occurredAt) {}

    /** Hears of each change once, in the order of the log per challenge. */
    public interface Listener {

        /** A challenge has come into view, perhaps with its end. */
        void created(RecentChallenge challenge);

        /** A challenge has ended; the time is that of the record which says so, in milliseconds since 1970. */
        void ended(RecentChallenge challenge, long recordedAt);

        /** A message had the code and did not confirm. */
        void attempt(RecentChallenge challenge, AttemptFlaw flaw);
    }
}
