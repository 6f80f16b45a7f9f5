/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.AsyncUptextClient;
import io.uptext.client.Challenge;
import io.uptext.client.ChallengeContext;
import io.uptext.client.ChallengeStatus;
import io.uptext.client.CodeVerifier;
import io.uptext.client.EndUserIp;
import io.uptext.client.IdempotencyKey;
import io.uptext.client.Msisdn;
import io.uptext.client.NewChallenge;
import io.uptext.client.Nonce;
import io.uptext.client.ProblemException;
import io.uptext.client.Redemption;
import io.uptext.client.proof.ProofException;
import io.uptext.spring.UptextProperties.Login;
import io.uptext.spring.UptextProperties.NumberField;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens between a person, the site and Uptext. Nothing is believed that the browser says: what it says only makes the
 * server ask.
 */
public final class LoginFlow {

    private static final Logger log = LoggerFactory.getLogger(LoginFlow.class);
    private static final int SHOWN_DIGITS = 2;

    /** Texts that arrived in time are read before a challenge expires, which can take some seconds. */
    static final Duration GRACE = Duration.ofSeconds(20);

    private final AsyncUptextClient uptext;
    private final Login settings;
    private final String siteName;
    private final Clock clock;

    /** Asks {@code uptext} in the name of the site. */
    public LoginFlow(AsyncUptextClient uptext, Login settings, String siteName, Clock clock) {
        this.uptext = uptext;
        this.settings = settings;
        this.siteName = siteName;
        this.clock = clock;
    }

    /**
     * Creates a challenge for a session, which then can no more finish the one that it had.
     *
     * @param number as it was typed; blank for none
     */
    public CompletableFuture<LoginStep> begin(String number, Visit visit, LoginState former) {
        PendingLogin replaced = former.pending();
        if (replaced != null) {
            // Nobody waits for it: where it fails, the challenge ends by itself.
            CompletableFuture<?> unused = uptext.cancel(replaced.challenge());
        }
        Optional<Msisdn> given = TypedNumber.read(number);
        if (given.isEmpty() && (!number.isBlank() || settings.number() == NumberField.REQUIRED)) {
            return CompletableFuture.completedFuture(LoginStep.to(LoginState.start(BeginTroubles.NUMBER)));
        }
        boolean bound = given.isPresent() && settings.number() != NumberField.NONE;
        CodeVerifier verifier = CodeVerifier.draw();
        Nonce nonce = Nonce.draw();
        NewChallenge wish = (bound ? NewChallenge.boundTo(given.get()) : NewChallenge.open())
                .with(verifier)
                .with(nonce)
                .with(new ChallengeContext("Sign in to " + siteName, Device.of(visit.userAgent()), null));
        EndUserIp address = visit.ip();
        if (address != null) {
            wish = wish.with(address);
        }
        if (settings.validity() != null) {
            wish = wish.with(settings.validity());
        }
        return uptext.create(wish)
                .thenApply(created ->
                        LoginStep.to(LoginState.waiting(PendingLogin.of(created, verifier, nonce, bound), "")))
                .exceptionally(failure -> LoginStep.to(LoginState.start(BeginTroubles.words(cause(failure)))));
    }

    /** What {@link #begin} comes to where Uptext is not asked, since too many wait for it. */
    public LoginStep busy() {
        log.warn("no challenge is created: too many wait for Uptext already");
        return LoginStep.to(LoginState.start(BeginTroubles.NOT_NOW));
    }

    /** As above, of {@link #move}. A "not me" and a "cancel" hold without Uptext, too: the session forgets the verifier. */
    public LoginStep busy(String path, LoginState state, PendingLogin pending) {
        log.warn("{} waits: too many wait for Uptext already", pending.id());
        return switch (path) {
            case Paths.DISOWN -> LoginStep.to(Endings.DISOWNED);
            case Paths.CANCEL -> LoginStep.to(LoginState.none());
            default -> LoginStep.to(LoginState.retry(pending, state));
        };
    }

    /**
     * What one of the forms asks for.
     *
     * @param path where the form was sent, one of {@link Paths}
     * @param state that of the session
     * @param pending that of the state
     */
    public CompletableFuture<LoginStep> move(String path, LoginState state, PendingLogin pending) {
        return switch (path) {
            case Paths.GO_ON -> goOn(state, pending);
            case Paths.ACCEPT -> accept(state, pending);
            case Paths.DISOWN -> disown(pending);
            case Paths.CANCEL -> cancel(pending);
            default -> throw new IllegalArgumentException("no form is sent there");
        };
    }

    /**
     * Goes on with a challenge that, as the page says, is decided; or that the person says so of. A person who is asked
     * whether the number is theirs is not passed by.
     */
    private CompletableFuture<LoginStep> goOn(LoginState state, PendingLogin pending) {
        CompletableFuture<LoginStep> step = pending.bound() ? redeem(pending) : ask(pending);
        return step.exceptionallyCompose(failure -> recovered(state, pending, cause(failure)));
    }

    /** The person has said that the number is theirs. Nothing but a {@link LoginState.Kind#QUESTION} can be answered so. */
    private CompletableFuture<LoginStep> accept(LoginState state, PendingLogin pending) {
        if (state.kind() != LoginState.Kind.QUESTION) {
            return CompletableFuture.completedFuture(LoginStep.to(state));
        }
        return redeem(pending).exceptionallyCompose(failure -> recovered(state, pending, cause(failure)));
    }

    /** The person has said that the number is not theirs: this session never signs in by that challenge. */
    private CompletableFuture<LoginStep> disown(PendingLogin pending) {
        log.info("{} was disowned: another phone than the person's has confirmed it", pending.id());
        return uptext.disavow(
                        pending.challenge(),
                        new CodeVerifier(pending.verifier()),
                        new IdempotencyKey(pending.redemption() + "-not"))
                .handle((disavowal, failure) -> {
                    if (failure != null) {
                        // The verifier is forgotten now, and without it nobody can redeem the challenge.
                        log.warn(
                                "{} could not be disavowed: {}",
                                pending.id(),
                                cause(failure).toString());
                    }
                    return LoginStep.to(Endings.DISOWNED);
                });
    }

    /** The person does not want to go on. If Uptext cannot be asked just now, the challenge ends by itself. */
    private CompletableFuture<LoginStep> cancel(PendingLogin pending) {
        return uptext.cancel(pending.challenge()).handle((challenge, failure) -> LoginStep.to(LoginState.none()));
    }

    private CompletableFuture<LoginStep> ask(PendingLogin pending) {
        return uptext.read(pending.challenge())
                .thenApply(challenge -> challenge.status() == ChallengeStatus.CONFIRMED
                        ? LoginStep.to(LoginState.question(pending, lastDigits(challenge.msisdn())))
                        : unconfirmed(pending, challenge));
    }

    /** None, where the site is told pseudonyms only: the question is asked all the same. */
    private static String lastDigits(@Nullable Msisdn msisdn) {
        return msisdn == null ? "" : msisdn.last(SHOWN_DIGITS);
    }

    private CompletableFuture<LoginStep> redeem(PendingLogin pending) {
        return uptext.redeem(
                        pending.challenge(),
                        new CodeVerifier(pending.verifier()),
                        new IdempotencyKey(pending.redemption()))
                .thenCompose(redemption -> verified(pending, redemption));
    }

    private CompletableFuture<LoginStep> verified(PendingLogin pending, Redemption redemption) {
        return uptext.proofs()
                .verify(redemption.proof(), pending.id(), pending.nonce())
                .thenApply(proof -> LoginStep.proven(new ProvenNumber(redemption.msisdn(), proof)));
    }

    private CompletableFuture<LoginStep> recovered(LoginState state, PendingLogin pending, Throwable failure) {
        if (failure instanceof ProofException) {
            log.error(
                    "the proof of {} does not verify; are uptext.issuer and uptext.relying-party right?",
                    pending.id(),
                    failure);
            return CompletableFuture.completedFuture(LoginStep.to(Endings.DOUBTFUL));
        }
        if (failure instanceof ProblemException problem) {
            switch (problem.type()) {
                case NOT_CONFIRMED -> {
                    return uptext.read(pending.challenge())
                            .thenApply(challenge -> challenge.status() == ChallengeStatus.CONFIRMED
                                    ? LoginStep.to(LoginState.retry(pending, state))
                                    : unconfirmed(pending, challenge))
                            .exceptionally(again -> LoginStep.to(LoginState.retry(pending, state)));
                }
                case NOT_FOUND -> {
                    return CompletableFuture.completedFuture(LoginStep.to(Endings.UNKNOWN));
                }
                case DISAVOWED -> {
                    return CompletableFuture.completedFuture(LoginStep.to(Endings.DISOWNED));
                }
                case ALREADY_REDEEMED -> {
                    log.warn("{} was redeemed by somebody else", pending.id());
                    return CompletableFuture.completedFuture(LoginStep.to(Endings.SPENT));
                }
                default -> {}
            }
        }
        log.warn("{} could not be finished: {}", pending.id(), failure.toString());
        return CompletableFuture.completedFuture(LoginStep.to(LoginState.retry(pending, state)));
    }

    private LoginStep unconfirmed(PendingLogin pending, Challenge challenge) {
        if (challenge.status() != ChallengeStatus.PENDING) {
            return LoginStep.to(Endings.of(challenge));
        }
        boolean over = clock.instant().isAfter(challenge.expiresAt().plus(GRACE));
        return LoginStep.to(over ? Endings.EXPIRED : LoginState.waiting(pending, "No matching text has arrived yet."));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
