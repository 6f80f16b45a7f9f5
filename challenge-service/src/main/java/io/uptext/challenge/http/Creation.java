/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.ChallengeIssuer;
import io.uptext.challenge.issue.Issued;
import io.uptext.challenge.issue.Wish;
import io.uptext.challenge.party.RelyingParty;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RequestHash;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Creates challenges, each once.
 *
 * <p>A request that its relying party has named can be repeated for ten minutes at any instance: id, token and code of its
 * challenge follow from the name, so that all instances make the same, and the first in the log is the one.
 */
public final class Creation {

    /** The same name means the same challenge for two of these at least; each is shorter than a challenge is in view. */
    private static final Duration SPAN = Duration.ofMinutes(5);

    private static final int SPANS = 3;

    private final ChallengeIssuer issuer;
    private final Pepper pepper;
    private final Challenges challenges;
    private final ChallengeView view;
    private final Clock clock;

    /** Creates with {@code issuer}, publishes to {@code challenges}, and finds in {@code view} what came before. */
    public Creation(ChallengeIssuer issuer, Pepper pepper, Challenges challenges, ChallengeView view, Clock clock) {
        this.issuer = issuer;
        this.pepper = pepper;
        this.challenges = challenges;
        this.view = view;
        this.clock = clock;
    }

    /**
     * A challenge that exists, and its secrets.
     *
     * @param seen as the log has it
     */
    record Made(ViewedChallenge seen, Issued issued) {}

    /** Creates one that nobody can ask for again. */
    Mono<Made> once(RelyingParty party, Wish wish) {
        Issued issued = issuer.issue(party, wish);
        CodeKey key = key(issued.created());
        return challenges.durable(issued.created(), key.value()).then(Mono.fromSupplier(() -> {
            view.apply(issued.created(), key);
            return new Made(new ViewedChallenge(issued.created(), key, null, null), issued);
        }));
    }

    /**
     * Creates the one of this name, or finds it.
     *
     * @param name what its relying party calls the request
     * @param body the whole request; another one of the same name is refused
     */
    Mono<Made> named(RelyingParty party, Wish wish, String name, byte[] body) {
        if (!view.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
        RequestHash hash = RequestHash.of(body);
        long span = clock.millis() / SPAN.toMillis();
        // Beginning with the next: another instance's clock may be ahead.
        for (long each = span + 1; each > span - SPANS; each--) {
            Issued issued = issue(party, wish, name, each, hash);
            Optional<ViewedChallenge> seen = view.find(issued.created().challengeId());
            if (seen.isPresent()) {
                return Mono.just(same(seen.get(), issued));
            }
        }
        Issued issued = issue(party, wish, name, span, hash);
        return challenges
                .durable(issued.created(), key(issued.created()).value())
                // Another instance may have been faster with the same.
                .then(Mono.defer(() -> challenges.await(issued.created().challengeId(), _ -> true)))
                .map(seen -> same(seen, issued));
    }

    private Issued issue(RelyingParty party, Wish wish, String name, long span, RequestHash hash) {
        // With what its code and the code's key depend on, which another instance may have otherwise for a moment.
        String request = String.join(
                "|",
                party.id().value(),
                String.valueOf(span),
                party.destination().address(),
                party.keyword(),
                party.code().name(),
                name);
        return issuer.issue(party, wish, pepper.numbers("code|" + request), pepper.numbers("names|" + request), hash);
    }

    private static Made same(ViewedChallenge seen, Issued issued) {
        if (!Objects.equals(issued.created().requestHash(), seen.created().requestHash())) {
            throw Problem.IDEMPOTENCY_MISMATCH.because("The request of this Idempotency-Key had another body.");
        }
        return new Made(seen, issued);
    }

    private CodeKey key(ChallengeCreated created) {
        return pepper.codeKey(created.destination(), created.code());
    }
}
