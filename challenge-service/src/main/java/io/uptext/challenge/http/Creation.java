/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.ChallengeIssuer;
import io.uptext.challenge.issue.Issued;
import io.uptext.challenge.issue.Wish;
import io.uptext.challenge.limit.Standing;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RequestHash;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
    private final Gate gate;
    private final Pepper pepper;
    private final Challenges challenges;
    private final ChallengeView view;
    private final Clock clock;

    /**
     * Creates with {@code issuer} what {@code gate} lets in, publishes to {@code challenges}, and finds in {@code view} what
     * came before.
     */
    public Creation(
            ChallengeIssuer issuer, Gate gate, Pepper pepper, Challenges challenges, ChallengeView view, Clock clock) {
        this.issuer = issuer;
        this.gate = gate;
        this.pepper = pepper;
        this.challenges = challenges;
        this.view = view;
        this.clock = clock;
    }

    /**
     * A challenge that exists, and its secrets.
     *
     * @param seen as the log has it
     * @param standings of the limits that it was counted for; none where it was counted before
     */
    record Made(ViewedChallenge seen, Issued issued, List<Standing> standings) {}

    /**
     * Creates one that nobody can ask for again.
     *
     * @param answer what is made of it while Kafka takes it, and told once Kafka has it
     */
    <T> Mono<T> once(RelyingParty party, Wish wish, Function<Made, Mono<T>> answer) {
        return gate.admit(party, wish, false, _ -> issuer.issue(party, wish)).flatMap(let -> {
            ChallengeCreated created = let.issued().created();
            Mono<Void> durable = challenges.begun(created, let.key().value()).doOnError(_ -> gate.giveBack(let));
            Mono<T> prepared = answer.apply(
                    new Made(new ViewedChallenge(created, let.key(), null, null), let.issued(), let.standings()));
            return durable.then(Mono.defer(() -> {
                view.apply(created, let.key());
                return prepared;
            }));
        });
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
            Issued issued = issue(party, wish, name, each, hash, 0);
            Optional<ViewedChallenge> seen = view.find(issued.created().challengeId());
            if (seen.isPresent()) {
                return Mono.just(same(party, seen.get(), issued, List.of()));
            }
        }
        return gate.admit(party, wish, true, passed -> issue(party, wish, name, span, hash, passed))
                .flatMap(let -> challenges
                        .durable(let.issued().created(), let.key().value())
                        .doOnError(_ -> gate.giveBack(let))
                        // Another instance may have been faster with the same.
                        .then(Mono.defer(
                                () -> challenges.await(let.issued().created().challengeId(), _ -> true)))
                        .map(seen -> same(party, seen, let.issued(), let.standings())));
    }

    private Issued issue(RelyingParty party, Wish wish, String name, long span, RequestHash hash, int passed) {
        // With what its code and the code's key depend on, which another instance may have otherwise for a moment.
        String request = String.join(
                "|",
                party.id().value(),
                String.valueOf(span),
                party.destination().address(),
                party.keyword(),
                party.code().name(),
                name);
        return issuer.issue(
                party, wish, pepper.numbers("code|" + request), passed, pepper.numbers("names|" + request), hash);
    }

    private static Made same(RelyingParty party, ViewedChallenge seen, Issued issued, List<Standing> standings) {
        if (!Objects.equals(issued.created().requestHash(), seen.created().requestHash())) {
            throw Problem.IDEMPOTENCY_MISMATCH.because("The request of this Idempotency-Key had another body.");
        }
        return new Made(seen, issued.as(seen.created(), party), standings);
    }
}
