/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.notifier.recent.TokenKey;
import io.uptext.platform.http.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whoever waits at this instance, by wait token.
 *
 * <p>A watcher is added first and looks at the state second: the other way round, an outcome between the two would be lost.
 * To learn of it twice does no harm.
 */
class Watchers implements RecentChallenges.Listener {

    /** A person has a few tabs; a token that is open in more has leaked. */
    static final int MOST_OF_A_CHALLENGE = 8;

    private final RecentChallenges challenges;
    private final Clock clock;
    private final Map<TokenKey, Watcher> waiting = new ConcurrentHashMap<>();

    /** Watches {@code challenges}. */
    Watchers(RecentChallenges challenges, Clock clock) {
        this.challenges = challenges;
        this.clock = clock;
        challenges.listen(this);
    }

    /** Tells {@code watcher} from now on of what becomes of the challenge with this token, if there ever is one. */
    void add(TokenKey token, Watcher watcher) {
        waiting.compute(token, (_, known) -> {
            if (Several.count(known) == MOST_OF_A_CHALLENGE) {
                throw Problem.UNAVAILABLE.because("Too many browsers wait for this challenge.");
            }
            return Several.with(known, watcher);
        });
    }

    /** Tells it no more. */
    void remove(TokenKey token, Watcher watcher) {
        waiting.computeIfPresent(token, (_, known) -> Several.without(known, watcher));
    }

    /** The challenge with this token, if it is in view. */
    Optional<RecentChallenge> find(TokenKey token) {
        return challenges.find(token);
    }

    /** Where a challenge stands; to be asked by who has been added already. */
    WatchEvent.State state(RecentChallenge challenge) {
        return WatchEvent.State.of(challenge, clock.instant());
    }

    /** How many wait with this token here. */
    int count(TokenKey token) {
        return Several.count(waiting.get(token));
    }

    @Override
    public void created(RecentChallenge challenge) {
        tell(challenge, watcher -> watcher.changed(Watcher.UNRECORDED));
    }

    @Override
    public void ended(RecentChallenge challenge, long recordedAt) {
        tell(challenge, watcher -> watcher.changed(recordedAt));
    }

    @Override
    public void attempt(RecentChallenge challenge, AttemptFlaw flaw) {
        tell(challenge, watcher -> watcher.attempt(flaw));
    }

    private void tell(RecentChallenge challenge, Consumer<Watcher> news) {
        @Nullable Watcher watcher = waiting.get(challenge.token());
        if (watcher != null) {
            news.accept(watcher);
        }
    }
}
