/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One challenge, while anybody may ask for it. */
public final class RecentChallenge {

    private final ChallengeKey id;
    private final TokenKey token;
    private final RelyingPartyId relyingParty;
    private final long expiresAt;
    private final boolean isForAnyPhone;
    private volatile @Nullable Ending ending;

    /**
     * A challenge that goes on.
     *
     * @param expiresAt in milliseconds since 1970
     * @param isForAnyPhone whether whoever waits is asked if the number that has confirmed is theirs
     */
    RecentChallenge(
            ChallengeKey id, TokenKey token, RelyingPartyId relyingParty, long expiresAt, boolean isForAnyPhone) {
        this.id = id;
        this.token = token;
        this.relyingParty = relyingParty;
        this.expiresAt = expiresAt;
        this.isForAnyPhone = isForAnyPhone;
    }

    ChallengeKey id() {
        return id;
    }

    /** What its browser shows. */
    public TokenKey token() {
        return token;
    }

    /** Who asked. */
    public RelyingPartyId relyingParty() {
        return relyingParty;
    }

    /** The last instant at which a message counts. */
    public Instant expiresAt() {
        return Instant.ofEpochMilli(expiresAt);
    }

    /** How it has ended; absent while it goes on. */
    public @Nullable Ending ending() {
        return ending;
    }

    /** Whether it is so old that a browser which comes for it now is told that there is none. */
    public boolean isForgotten(long nowMillis) {
        return expiresAt + RecentChallenges.GRACE.toMillis() < nowMillis;
    }

    boolean isForAnyPhone() {
        return isForAnyPhone;
    }

    void end(Ending ending) {
        this.ending = ending;
    }
}
