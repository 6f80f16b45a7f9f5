/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import io.uptext.client.proof.ProofVerifier;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link UptextClient} for those who do not wait on a thread. Futures fail with an {@link UptextException}; where they were
 * cancelled, the request is given up.
 */
public final class AsyncUptextClient {

    private static final String CHALLENGES = "/v1/challenges";
    private static final String KEYS = "/.well-known/jwks.json";

    private final Transport transport;
    private final Duration total;
    private final Clock clock;
    private final ProofVerifier proofs;

    AsyncUptextClient(Transport transport, Duration total, Clock clock, String issuer, String relyingParty) {
        this.transport = transport;
        this.total = total;
        this.clock = clock;
        this.proofs = ProofVerifier.of(this::jwks, issuer, relyingParty, clock);
    }

    /** Creates a challenge, which then is durable. Repetitions are the same wish. */
    public CompletableFuture<CreatedChallenge> create(NewChallenge wish) {
        return create(wish, IdempotencyKey.draw());
    }

    /** As above, by a name of your own: the same name and wish get the same challenge for ten minutes. */
    public CompletableFuture<CreatedChallenge> create(NewChallenge wish, IdempotencyKey name) {
        return answer(Call.post(CHALLENGES, Answers.body(wish), name), Answers::created);
    }

    /** Where a challenge stands. */
    public CompletableFuture<Challenge> read(ChallengeId id) {
        return answer(Call.get(path(id)), Answers::challenge);
    }

    /**
     * Takes a challenge back, and says where it stands then. Look at the status: a text may have been faster, and it is
     * pending while the wish is durable and not yet decided.
     */
    public CompletableFuture<Challenge> cancel(ChallengeId id) {
        CompletableFuture<Challenge> cancelled = answer(Call.delete(path(id)), Answers::challenge);
        return heeding(
                cancelled,
                cancelled.exceptionallyCompose(
                        failure -> isDecided(failure) ? read(id) : CompletableFuture.failedFuture(failure)));
    }

    /**
     * Redeems a confirmed challenge, which works once.
     *
     * @param verifier of the challenge's {@code codeChallenge}; null if it has none
     * @param name keep it with the session that waits: the same name gets the same redemption again, after a lost answer
     */
    public CompletableFuture<Redemption> redeem(ChallengeId id, @Nullable CodeVerifier verifier, IdempotencyKey name) {
        return answer(Call.post(path(id) + "/redemption", Answers.redemption(verifier), name), Answers::redemption);
    }

    /**
     * Gives a confirmed challenge up, because the person says that the number is not theirs. Then nobody can redeem it.
     *
     * @param verifier of the challenge's {@code codeChallenge}; null if it has none
     * @param name another one than that of a redemption
     */
    public CompletableFuture<Disavowal> disavow(ChallengeId id, @Nullable CodeVerifier verifier, IdempotencyKey name) {
        return answer(Call.post(path(id) + "/redemption", Answers.disavowal(verifier), name), Answers::disavowal);
    }

    /** Some of your recent challenges, for a support desk or to look after a crash. */
    public CompletableFuture<ChallengePage> list(ChallengeQuery query) {
        return answer(Call.get(CHALLENGES + query.parameters()), Answers::page);
    }

    /** The public keys that verify proofs, a JWK Set. */
    public CompletableFuture<String> jwks() {
        CompletableFuture<HttpResponse<byte[]>> answered = exchange(Call.get(KEYS));
        return heeding(answered, answered.thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw Problems.of(answer, clock.instant());
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        }));
    }

    /** Verifies proofs by those keys, of the issuer and for the relying party that the client was made for. */
    public ProofVerifier proofs() {
        return proofs;
    }

    private <T> CompletableFuture<T> answer(Call call, Function<Fields, T> reading) {
        CompletableFuture<HttpResponse<byte[]>> answered = exchange(call);
        return heeding(answered, answered.thenApply(answer -> {
            int status = answer.statusCode();
            if (status / 100 != 2) {
                throw Problems.of(answer, clock.instant());
            }
            try {
                return reading.apply(Fields.parse(answer.body()));
            } catch (IllegalArgumentException e) {
                throw new UnexpectedAnswerException(status, call.method() + " got an answer that it cannot read", e);
            }
        }));
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(Call call) {
        return Exchange.begin(transport, Backoff.USUAL, clock, total, call);
    }

    /** A future that takes its source along when it is cancelled, which the JDK's does not. */
    private static <T> CompletableFuture<T> heeding(CompletableFuture<?> source, CompletableFuture<T> derived) {
        CompletableFuture<?> unused = derived.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                source.cancel(true);
            }
        });
        return derived;
    }

    private static boolean isDecided(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        return reason instanceof ProblemException problem && problem.type() == ProblemType.ALREADY_DECIDED;
    }

    private static String path(ChallengeId id) {
        return CHALLENGES + "/" + id.value();
    }
}
