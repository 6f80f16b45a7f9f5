/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.proof.ProofKeys;
import io.uptext.challenge.proof.Proofs;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ChallengeDisavowed;
import io.uptext.contracts.event.ChallengeRedeemed;
import io.uptext.contracts.event.RedemptionEvent;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.PkceChallenge;
import io.uptext.contracts.vocabulary.RedemptionId;
import io.uptext.contracts.vocabulary.Subject;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Gives the proof of a confirmed challenge to its relying party, once.
 *
 * <p>Each wish goes into the log, and the first of a challenge by offset is the one: so all instances agree, whatever dies.
 */
public final class RedemptionApi {

    private static final Logger log = LoggerFactory.getLogger(RedemptionApi.class);

    private final OwnChallenges whose;
    private final Challenges challenges;
    private final Subjects subjects;
    private final Proofs proofs;
    private final Supplier<ProofKeys> keys;
    private final SecureRandom random;
    private final Clock clock;

    /** Publishes to {@code challenges}, tells {@code subjects}, signs by {@code proofs}, shows the public halves of {@code keys}. */
    public RedemptionApi(
            OwnChallenges whose,
            Challenges challenges,
            Subjects subjects,
            Proofs proofs,
            Supplier<ProofKeys> keys,
            SecureRandom random,
            Clock clock) {
        this.whose = whose;
        this.challenges = challenges;
        this.subjects = subjects;
        this.proofs = proofs;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** The two addresses. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/v1/challenges/{id}/redemption", this::redeem)
                .GET("/.well-known/jwks.json", _ -> publicKeys(keys.get().published()))
                .build();
    }

    /** Shows these, which everybody may keep for a moment. */
    static Mono<ServerResponse> publicKeys(String jwks) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "public, max-age=60")
                .bodyValue(jwks);
    }

    private Mono<ServerResponse> redeem(ServerRequest request) {
        return whose.own(request, Scope.REDEEM).flatMap(own -> redeem(request, own));
    }

    private Mono<ServerResponse> redeem(ServerRequest request, OwnChallenges.Own own) {
        ViewedChallenge challenge = own.challenge();
        ChallengeId id = challenge.created().challengeId();
        RedemptionId redemption = redemptionId(request, id);
        return RequestBodies.json(request).flatMap(body -> {
            RedemptionRequest wish = RedemptionRequest.parse(body);
            checkVerifier(challenge.created().codeChallenge(), wish);
            return challenges
                    // Whoever has heard of the outcome may have heard it from a faster instance.
                    .await(id, seen -> seen.status() != ChallengeStatus.PENDING)
                    .flatMap(decided -> redeem(own.party(), decided, event(decided, redemption, wish)));
        });
    }

    private RedemptionEvent event(ViewedChallenge challenge, RedemptionId redemption, RedemptionRequest wish) {
        ChallengeCreated created = challenge.created();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return wish.disavows()
                ? new ChallengeDisavowed(created.challengeId(), created.relyingParty(), redemption, now)
                : new ChallengeRedeemed(created.challengeId(), created.relyingParty(), redemption, now);
    }

    private Mono<ServerResponse> redeem(RelyingParty party, ViewedChallenge challenge, RedemptionEvent wish) {
        if (!(challenge.outcome() instanceof AuthConfirmed)) {
            throw Problem.NOT_CONFIRMED.because("It is " + challenge.status().word() + ".");
        }
        return challenges
                .durable(wish, wish.challengeId().value())
                .then(Mono.defer(() -> challenges.await(wish.challengeId(), seen -> seen.redemption() != null)))
                .flatMap(seen -> answer(party, seen, wish));
    }

    private Mono<ServerResponse> answer(RelyingParty party, ViewedChallenge challenge, RedemptionEvent wish) {
        @Nullable RedemptionEvent first = challenge.redemption();
        if (first == null || !(challenge.outcome() instanceof AuthConfirmed confirmed)) {
            throw Problem.UNAVAILABLE.because(
                    "The redemption is stored and not in view yet; with the same Idempotency-Key it can be asked for again.");
        }
        boolean same = first.redemptionId().equals(wish.redemptionId());
        if (same && first.getClass() != wish.getClass()) {
            throw Problem.IDEMPOTENCY_MISMATCH.because("The request of this Idempotency-Key had another body.");
        }
        if (!same) {
            log.warn("{} has been {} before, and was to be {} now", first.challengeId(), word(first), word(wish));
        }
        return switch (first) {
            case ChallengeRedeemed redeemed
            when same -> Answers.json(HttpStatus.OK, proven(party, challenge, confirmed, redeemed));
            case ChallengeDisavowed disavowed
            when same -> Answers.json(HttpStatus.OK, new Disavowed(disavowed.challengeId(), disavowed.disavowedAt()));
            case ChallengeRedeemed redeemed ->
                throw Problem.ALREADY_REDEEMED.because("It was redeemed at "
                        + Json.format(redeemed.redeemedAt())
                        + ". If that was not you, somebody has your key or your user's session.");
            case ChallengeDisavowed disavowed ->
                throw Problem.DISAVOWED.because(
                        "You have told us at " + Json.format(disavowed.disavowedAt()) + " that it was not your user.");
        };
    }

    private static String word(RedemptionEvent event) {
        return switch (event) {
            case ChallengeRedeemed _ -> "redeemed";
            case ChallengeDisavowed _ -> "disavowed";
        };
    }

    private Redeemed proven(
            RelyingParty party, ViewedChallenge challenge, AuthConfirmed confirmed, ChallengeRedeemed redeemed) {
        Subject subject = subjects.subject(party, confirmed);
        return new Redeemed(
                redeemed.challengeId(),
                Subjects.msisdn(party, confirmed),
                subject,
                redeemed.redeemedAt(),
                proofs.sign(challenge.created(), confirmed, redeemed, subject));
    }

    private static void checkVerifier(@Nullable PkceChallenge expected, RedemptionRequest request) {
        @Nullable String verifier = request.codeVerifier();
        if (expected == null && verifier != null) {
            throw Problem.INVALID_REQUEST.because("codeVerifier must be absent: the challenge has no codeChallenge.");
        }
        if (expected != null && (verifier == null || !expected.isMetBy(verifier))) {
            throw Problem.WRONG_VERIFIER.because("codeVerifier is not that of the challenge's codeChallenge.");
        }
    }

    /** A wish that its relying party has named is the same wish when it comes again, after a lost answer for example. */
    private RedemptionId redemptionId(ServerRequest request, ChallengeId challenge) {
        return IdempotencyKey.of(request)
                .map(name -> RedemptionId.of(challenge, name))
                .orElseGet(() -> RedemptionId.random(random));
    }
}
