/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.ClientNetwork;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one client, or one relying party, from taking the connections that all share. Each instance counts by itself: what is
 * scarce, its sockets and its memory, is its own.
 */
final class WatchLimits {

    /** Places get free as others leave, which nobody knows in advance. */
    private static final Duration UNTIL_SOMEBODY_LEFT = Duration.ofSeconds(10);

    private final Arrivals arrivals;
    private final Places<ClientNetwork> ofClients;
    private final Places<RelyingPartyId> ofParties;
    private final Consumer<WatchLimit> refused;

    /**
     * Begins with nothing.
     *
     * @param nanos a clock that never runs backwards
     * @param refused is told of each refusal
     */
    WatchLimits(LimitProperties properties, LongSupplier nanos, Consumer<WatchLimit> refused) {
        this.arrivals = new Arrivals(properties.arrivalsPerMinute(), nanos);
        this.ofClients = new Places<>(properties.openPerAddress());
        this.ofParties = new Places<>(properties.openPerParty());
        this.refused = refused;
    }

    /**
     * Lets a connection in, before anything else is done for it.
     *
     * @throws ProblemException if too many come from there, or too fast
     */
    CountedGuest arrive(ClientNetwork client) {
        Duration pause = arrivals.count(client);
        if (pause.isPositive()) {
            throw refusal(WatchLimit.ARRIVALS, pause);
        }
        if (!ofClients.take(client)) {
            throw refusal(WatchLimit.ADDRESS, UNTIL_SOMEBODY_LEFT);
        }
        return new CountedGuest(this, client);
    }

    void takeForParty(RelyingPartyId party) {
        if (!ofParties.take(party)) {
            throw refusal(WatchLimit.PARTY, UNTIL_SOMEBODY_LEFT);
        }
    }

    void leave(ClientNetwork client, @Nullable RelyingPartyId party) {
        ofClients.giveBack(client);
        if (party != null) {
            ofParties.giveBack(party);
        }
    }

    int open(ClientNetwork client) {
        return ofClients.taken(client);
    }

    int open(RelyingPartyId party) {
        return ofParties.taken(party);
    }

    /** How many clients and parties have a connection here. */
    int holders() {
        return ofClients.holders() + ofParties.holders();
    }

    private ProblemException refusal(WatchLimit limit, Duration pause) {
        refused.accept(limit);
        // Rounded up: who comes back earlier is refused again.
        long seconds = pause.plusNanos(999_999_999).toSeconds();
        return Problem.RATE_LIMITED.because(limit.sentence()).with(Map.of("Retry-After", Long.toString(seconds)));
    }
}
