/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose browser may see which page. */
public final class Visits {

    /** A browser can be here before this instance has read of its challenge. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final ChallengeView view;
    private final Function<RelyingPartyId, Optional<RelyingParty>> parties;
    private final Duration patience;

    /** Finds challenges in {@code view} and whose they are by {@code parties}. */
    public Visits(ChallengeView view, Function<RelyingPartyId, Optional<RelyingParty>> parties) {
        this(view, parties, PATIENCE);
    }

    Visits(ChallengeView view, Function<RelyingPartyId, Optional<RelyingParty>> parties, Duration patience) {
        this.view = view;
        this.parties = parties;
        this.patience = patience;
    }

    /** Whether all recent challenges have come into view. */
    boolean isCurrent() {
        return view.isCurrent();
    }

    /**
     * The visit of a browser that has this token. It is empty for whatever reason: no such challenge, or none any more; another
     * token; a challenge without a way back, or whose way back is not its party's any more. All take the same time.
     */
    Mono<Visit> find(ChallengeId id, WaitToken token) {
        WaitTokenHash hash = token.hash();
        return now(id, token, hash)
                .map(Mono::just)
                .orElseGet(() -> Flux.interval(LOOK)
                        .onBackpressureDrop()
                        .mapNotNull(_ -> now(id, token, hash).orElse(null))
                        .next()
                        .timeout(patience, Mono.empty()));
    }

    private Optional<Visit> now(ChallengeId id, WaitToken token, WaitTokenHash hash) {
        return view.find(id)
                .filter(seen -> isSame(seen.created().waitTokenHash(), hash))
                .flatMap(seen -> visit(seen, token));
    }

    private Optional<Visit> visit(ViewedChallenge seen, WaitToken token) {
        @Nullable ReturnTo returnTo = seen.created().returnTo();
        return returnTo == null
                ? Optional.empty()
                : parties.apply(seen.created().relyingParty())
                        .filter(party -> party.hasPageAt(returnTo.url()))
                        .map(party -> new Visit(seen, token, party, returnTo));
    }

    private static boolean isSame(WaitTokenHash one, WaitTokenHash other) {
        return MessageDigest.isEqual(
                one.value().getBytes(US_ASCII), other.value().getBytes(US_ASCII));
    }
}
