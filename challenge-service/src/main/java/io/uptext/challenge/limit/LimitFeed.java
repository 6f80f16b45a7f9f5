/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Tells limiters what the log says: this instance's own of all creations, and both of outcomes, which free places. */
public final class LimitFeed implements ChallengeView.Listener {

    private final Accounts accounts;
    private final Function<RelyingPartyId, Limits> limits;
    private final MemoryLimiter own;
    private final Limiter all;
    private final Clock clock;

    /**
     * Tells {@code own} and {@code all}, of which it is a part.
     *
     * @param limits of each relying party
     */
    public LimitFeed(
            Accounts accounts, Function<RelyingPartyId, Limits> limits, MemoryLimiter own, Limiter all, Clock clock) {
        this.accounts = accounts;
        this.limits = limits;
        this.own = own;
        this.all = all;
        this.clock = clock;
    }

    @Override
    public void created(ViewedChallenge seen) {
        Instant now = clock.instant();
        Duration age = Duration.between(seen.created().createdAt(), now);
        // An instance with a clock ahead of ours has created nothing in the future.
        own.note(admission(seen, now), age.isNegative() ? Duration.ZERO : age);
        if (seen.outcome() != null) {
            decided(seen);
        }
    }

    @Override
    public void decided(ViewedChallenge ended) {
        Instant now = clock.instant();
        if (ended.created().expiresAt().isAfter(now)) {
            all.release(Places.of(admission(ended, now)));
        }
    }

    private Admission admission(ViewedChallenge seen, Instant now) {
        ChallengeCreated created = seen.created();
        return accounts.admission(
                limits.apply(created.relyingParty()),
                created,
                seen.key(),
                null,
                Duration.between(now, created.expiresAt()),
                false,
                Admission.DRAW_OF_LOG);
    }
}
