/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.Wish;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /v1/challenges} for relying parties. */
public final class ChallengeApi {

    private final OwnChallenges whose;
    private final Creation creation;
    private final Challenges challenges;
    private final ChallengeView view;
    private final BrowserAddresses addresses;
    private final Clock clock;

    /** Creates by {@code creation}, publishes to {@code challenges} what becomes of them, and lists what {@code view} sees. */
    public ChallengeApi(
            OwnChallenges whose,
            Creation creation,
            Challenges challenges,
            ChallengeView view,
            BrowserAddresses addresses,
            Clock clock) {
        this.whose = whose;
        this.creation = creation;
        this.challenges = challenges;
        this.view = view;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The four addresses. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/v1/challenges", this::create)
                .GET("/v1/challenges", this::list)
                .GET("/v1/challenges/{id}", this::show)
                .DELETE("/v1/challenges/{id}", this::cancel)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        return whose.caller(request, Scope.CREATE).flatMap(party -> create(request, party));
    }

    private Mono<ServerResponse> create(ServerRequest request, RelyingParty party) {
        Optional<String> name = IdempotencyKey.of(request);
        return RequestBodies.json(request).flatMap(body -> {
            Wish wish = ChallengeRequest.parse(body).wish(party, addresses);
            return name.isPresent()
                    ? creation.named(party, wish, name.get(), body).flatMap(made -> answer(party, made))
                    : creation.once(party, wish, made -> answer(party, made));
        });
    }

    private Mono<ServerResponse> answer(RelyingParty party, Creation.Made made) {
        NewChallenge created = NewChallenge.of(party, made.seen(), made.issued(), addresses);
        return Answers.json(HttpStatus.CREATED, created, RateLimitFields.of(made.standings()));
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        return whose.caller(request, Scope.READ).flatMap(party -> {
            Listing listing = Listing.of(request);
            whose.checkCurrent();
            return Answers.json(HttpStatus.OK, listing.page(view, party));
        });
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return whose.own(request, Scope.READ).flatMap(own -> shown(HttpStatus.OK, own.party(), own.challenge()));
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        return whose.own(request, Scope.CANCEL).flatMap(this::cancel);
    }

    private Mono<ServerResponse> cancel(OwnChallenges.Own own) {
        ViewedChallenge challenge = own.challenge();
        if (challenge.status() != ChallengeStatus.PENDING) {
            throw Problem.ALREADY_DECIDED.because("It is " + challenge.status().word() + ".");
        }
        ChallengeCancelled cancelled = new ChallengeCancelled(
                challenge.created().challengeId(),
                challenge.created().relyingParty(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        // A message may have been faster than the cancellation: the verifier decides.
        return challenges
                .durable(cancelled, challenge.key().value())
                .then(Mono.defer(() ->
                        challenges.await(cancelled.challengeId(), seen -> seen.status() != ChallengeStatus.PENDING)))
                .flatMap(decided -> shown(
                        decided.status() == ChallengeStatus.PENDING ? HttpStatus.ACCEPTED : HttpStatus.OK,
                        own.party(),
                        decided));
    }

    private static Mono<ServerResponse> shown(HttpStatus status, RelyingParty party, ViewedChallenge challenge) {
        return Answers.json(status, ShownChallenge.of(party, challenge));
    }
}
