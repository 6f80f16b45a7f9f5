/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import io.uptext.client.proof.ProofVerifier;
import org.jspecify.annotations.Nullable;

/**
 * A relying party's calls, from server to server. Thread-safe; make one and keep it.
 *
 * <p>What fails in passing is repeated, with one name for all repetitions, until the total time is over. Methods throw an
 * {@link UptextException}.
 */
public final class UptextClient {

    private final AsyncUptextClient async;

    UptextClient(AsyncUptextClient async) {
        this.async = async;
    }

    /** Says where Uptext is and who asks. */
    public static UptextClientBuilder builder() {
        return new UptextClientBuilder();
    }

    /** The same calls without waiting. */
    public AsyncUptextClient async() {
        return async;
    }

    /** See {@link AsyncUptextClient#create(NewChallenge)}. */
    public CreatedChallenge create(NewChallenge wish) {
        return Waiting.until(async.create(wish));
    }

    /** See {@link AsyncUptextClient#create(NewChallenge, IdempotencyKey)}. */
    public CreatedChallenge create(NewChallenge wish, IdempotencyKey name) {
        return Waiting.until(async.create(wish, name));
    }

    /** See {@link AsyncUptextClient#read}. */
    public Challenge read(ChallengeId id) {
        return Waiting.until(async.read(id));
    }

    /** See {@link AsyncUptextClient#cancel}. */
    public Challenge cancel(ChallengeId id) {
        return Waiting.until(async.cancel(id));
    }

    /** See {@link AsyncUptextClient#redeem}. */
    public Redemption redeem(ChallengeId id, @Nullable CodeVerifier verifier, IdempotencyKey name) {
        return Waiting.until(async.redeem(id, verifier, name));
    }

    /** See {@link AsyncUptextClient#disavow}. */
    public Disavowal disavow(ChallengeId id, @Nullable CodeVerifier verifier, IdempotencyKey name) {
        return Waiting.until(async.disavow(id, verifier, name));
    }

    /** See {@link AsyncUptextClient#list}. */
    public ChallengePage list(ChallengeQuery query) {
        return Waiting.until(async.list(query));
    }

    /** See {@link AsyncUptextClient#jwks}. */
    public String jwks() {
        return Waiting.until(async.jwks());
    }

    /** See {@link AsyncUptextClient#proofs}. */
    public ProofVerifier proofs() {
        return async.proofs();
    }
}
