/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.ChallengeIssuer;
import io.uptext.challenge.issue.Issued;
import io.uptext.challenge.party.Caller;
import io.uptext.challenge.party.RelyingParties;
import io.uptext.challenge.party.RelyingParty;
import io.uptext.challenge.party.Scope;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.http.BearerToken;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /v1/challenges} for relying parties. */
public final class ChallengeApi {

    private static final Duration CANCELLATION_WAIT = Duration.ofSeconds(2);
    private static final Duration CANCELLATION_LOOK = Duration.ofMillis(25);

    /** Kafka's client may block while it looks for its brokers, and an event loop must not. */
    private final Executor publishing = Executors.newVirtualThreadPerTaskExecutor();

    private final Supplier<RelyingParties> parties;
    private final ChallengeIssuer issuer;
    private final Pepper pepper;
    private final EventPublisher challenges;
    private final ChallengeView view;
    private final URI watchUrl;
    private final Clock clock;

    /** Creates with {@code issuer}, publishes to {@code challenges}, shows what {@code view} knows. */
    public ChallengeApi(
            Supplier<RelyingParties> parties,
            ChallengeIssuer issuer,
            Pepper pepper,
            EventPublisher challenges,
            ChallengeView view,
            URI watchUrl,
            Clock clock) {
        this.parties = parties;
        this.issuer = issuer;
        this.pepper = pepper;
        this.challenges = challenges;
        this.view = view;
        this.watchUrl = watchUrl;
        this.clock = clock;
    }

    /** The three addresses. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/v1/challenges", this::create)
                .GET("/v1/challenges/{id}", this::show)
                .DELETE("/v1/challenges/{id}", this::cancel)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        RelyingParty party = caller(request, Scope.CREATE);
        return RequestBodies.bytes(request).flatMap(body -> {
            Issued issued = issuer.issue(party, ChallengeRequest.parse(body).wish(party));
            CodeKey key = pepper.codeKey(
                    issued.created().destination(), issued.created().code());
            return durable(issued.created(), key).then(Mono.defer(() -> {
                view.apply(issued.created(), key);
                return answer(HttpStatus.CREATED, NewChallenge.of(issued, watchUrl));
            }));
        });
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return answer(HttpStatus.OK, ShownChallenge.of(own(request, Scope.READ)));
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        ViewedChallenge challenge = own(request, Scope.CANCEL);
        if (challenge.status() != ChallengeStatus.PENDING) {
            throw Problem.ALREADY_DECIDED.because("It is " + challenge.status().word() + ".");
        }
        ChallengeId id = challenge.created().challengeId();
        ChallengeCancelled cancelled = new ChallengeCancelled(
                id, challenge.created().relyingParty(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return durable(cancelled, challenge.key())
                .then(Mono.defer(() -> decisionOf(id)))
                .flatMap(decided -> decided.status() == ChallengeStatus.PENDING
                        ? answer(HttpStatus.ACCEPTED, ShownChallenge.of(decided))
                        : answer(HttpStatus.OK, ShownChallenge.of(decided)));
    }

    /** Waits a little for the verifier's word: a message may have been faster than the cancellation. */
    private Mono<ViewedChallenge> decisionOf(ChallengeId id) {
        return Flux.interval(Duration.ZERO, CANCELLATION_LOOK)
                .onBackpressureDrop()
                .mapNotNull(_ -> view.find(id).orElse(null))
                .takeUntil(seen -> seen.status() != ChallengeStatus.PENDING)
                .take(CANCELLATION_WAIT)
                .last();
    }

    private Mono<Void> durable(Event event, CodeKey key) {
        return Mono.fromFuture(() -> challenges.publish(event, key.value(), publishing))
                .onErrorMap(_ -> Problem.UNAVAILABLE.because("The request could not be stored; nothing has happened."));
    }

    private RelyingParty caller(ServerRequest request, Scope scope) {
        Caller caller = BearerToken.of(request)
                .flatMap(key -> parties.get().authenticate(key))
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("The Authorization header holds no known API key."));
        if (!caller.may(scope)) {
            throw Problem.FORBIDDEN.because("This API key has not the scope " + scope.word() + ".");
        }
        return caller.party();
    }

    /** The challenge of the path, if it is the caller's; another's does not exist for it. */
    private ViewedChallenge own(ServerRequest request, Scope scope) {
        RelyingParty party = caller(request, scope);
        if (!view.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
        return id(request.pathVariable("id"))
                .filter(seen -> seen.created().relyingParty().equals(party.id()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("You have no recent challenge of this id."));
    }

    private Optional<ViewedChallenge> id(String path) {
        try {
            return view.find(new ChallengeId(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Mono<ServerResponse> answer(HttpStatus status, Object body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .bodyValue(Json.MAPPER.writeValueAsBytes(body));
    }
}
