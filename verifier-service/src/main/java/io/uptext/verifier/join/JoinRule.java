/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.MissReason;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.verifier.join.JoinState.AwaitingChallenge;
import io.uptext.verifier.join.JoinState.AwaitingMessage;
import io.uptext.verifier.join.JoinState.Decided;
import io.uptext.verifier.join.JoinState.Question;
import io.uptext.verifier.join.JoinState.Vacant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole security decision: no clock, no I/O, no id that does not derive from what arrived.
 *
 * <pre>
 *                     | created              | message                 | cancelled   | deadline passed
 * --------------------+----------------------+-------------------------+-------------+------------------
 * vacant              | awaiting message     | awaiting challenge      | cancelled   | -
 * awaiting challenge  | each message in turn | one message more        | cancelled   | misses, vacant
 * awaiting message    | - (again) / denied*  | confirmed, flaw, denied | cancelled   | expired
 * decided             | the outcome again    | again / flaw** / -      | again / -   | again / -
 * </pre>
 *
 * <p>(*) Another challenge with the same code: the first keeps the slot, the second is denied. (**) The code of a
 * confirmed challenge from another phone. What is told again is identical, so a crash between any two writes of a
 * verifier loses nothing and adds nothing. A slot that is filled again is told what the log has: {@link
 * Arrival.Recorded}.
 */
public final class JoinRule {

    private JoinRule() {}

    /** What becomes of {@code state} when {@code arrival} comes. */
    public static Step apply(JoinState state, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Created(var challenge) -> created(state, challenge);
            case Arrival.Message(var evidence) -> message(state, evidence);
            case Arrival.Cancelled(var cancellation) -> cancelled(state, cancellation);
            case Arrival.DeadlinePassed(var watermark) -> deadlinePassed(state, watermark);
            case Arrival.Recorded(var outcome) -> Step.silent(recorded(state, outcome));
        };
    }

    private static Step created(JoinState state, ChallengeCreated challenge) {
        Question question = Question.of(challenge);
        return switch (state) {
            case Vacant _ -> Step.silent(new AwaitingMessage(question));
            case AwaitingChallenge(var messages) -> answeredBy(question, messages);
            case AwaitingMessage(var first) ->
                first.challengeId().equals(question.challengeId()) ? Step.silent(state) : codeInUse(state, challenge);
            case Decided(var outcome) ->
                outcome.challengeId().equals(question.challengeId())
                        ? Step.saying(state, outcome)
                        : codeInUse(state, challenge);
        };
    }

    private static Step codeInUse(JoinState state, ChallengeCreated second) {
        return Step.saying(
                state,
                new AuthDenied(
                        second.challengeId(), second.relyingParty(), DenialReason.CODE_IN_USE, second.createdAt()));
    }

    private static Step answeredBy(Question question, List<Evidence> messages) {
        Optional<AuthDenied> denied = Answer.ofTwoPhones(question, messages);
        if (denied.isPresent()) {
            return decide(denied.get());
        }
        JoinState state = new AwaitingMessage(question);
        List<OutcomeEvent> verdict = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        for (Evidence evidence : messages) {
            Step step = message(state, evidence);
            state = step.next();
            verdict.addAll(step.verdict());
            misses.addAll(step.misses());
        }
        return new Step(state, verdict, misses);
    }

    private static Step message(JoinState state, Evidence evidence) {
        boolean locked = evidence.standing().senderLocked();
        return switch (state) {
            // A locked phone's text can never confirm, so that it need not be remembered.
            case Vacant _ -> Step.silent(locked ? state : new AwaitingChallenge(List.of(evidence)));
            case AwaitingChallenge(var messages) -> locked ? Step.silent(state) : remembering(messages, evidence);
            case AwaitingMessage(var question) -> Answer.to(question, evidence, state);
            case Decided(AuthConfirmed confirmed)
            when confirmed.messageId().equals(evidence.messageId()) -> Step.saying(state, confirmed);
            case Decided(AuthDenied denied)
            when denied.deniedAt().equals(evidence.receivedAt()) -> Step.saying(state, denied);
            case Decided(AuthConfirmed confirmed)
            when !locked && !confirmed.msisdn().equals(evidence.sender()) ->
                Answer.ofSecondPhone(confirmed, evidence, state);
            case Decided _ -> Step.silent(state);
        };
    }

    private static Step remembering(List<Evidence> messages, Evidence evidence) {
        if (messages.stream().anyMatch(each -> each.messageId().equals(evidence.messageId()))) {
            return Step.silent(new AwaitingChallenge(messages));
        }
        List<Evidence> all = new ArrayList<>(messages);
        all.add(evidence);
        return all.size() > AwaitingChallenge.MOST
                ? Step.silent(new AwaitingChallenge(all.subList(1, all.size())))
                        .and(new Miss(all.getFirst(), MissReason.UNKNOWN_CODE))
                : Step.silent(new AwaitingChallenge(all));
    }

    private static Step cancelled(JoinState state, ChallengeCancelled cancellation) {
        AuthCancelled outcome =
                new AuthCancelled(cancellation.challengeId(), cancellation.relyingParty(), cancellation.cancelledAt());
        return switch (state) {
            case Vacant _, AwaitingChallenge _ -> decide(outcome);
            case AwaitingMessage(var question) ->
                question.challengeId().equals(cancellation.challengeId()) ? decide(outcome) : Step.silent(state);
            case Decided(AuthCancelled before)
            when before.challengeId().equals(cancellation.challengeId()) -> Step.saying(state, before);
            case Decided _ -> Step.silent(state);
        };
    }

    private static Step deadlinePassed(JoinState state, Instant watermark) {
        return switch (state) {
            case AwaitingMessage(var question)
            when watermark.isAfter(question.validity().expiresAt()) ->
                decide(new AuthExpired(
                        question.challengeId(),
                        question.relyingParty(),
                        question.validity().expiresAt()));
            case AwaitingChallenge(var messages) -> unasked(messages, watermark);
            case Decided(AuthExpired before) -> Step.saying(state, before);
            case Vacant _, AwaitingMessage _, Decided _ -> Step.silent(state);
        };
    }

    private static Step unasked(List<Evidence> messages, Instant watermark) {
        List<Evidence> waiting = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        for (Evidence evidence : messages) {
            if (watermark.isAfter(lastCreation(evidence))) {
                misses.add(new Miss(evidence, MissReason.UNKNOWN_CODE));
            } else {
                waiting.add(evidence);
            }
        }
        return new Step(waiting.isEmpty() ? new Vacant() : new AwaitingChallenge(waiting), List.of(), misses);
    }

    /** The latest that a challenge may have been created which this text confirms. */
    static Instant lastCreation(Evidence evidence) {
        return evidence.receivedAt().plus(Validity.CLOCK_TOLERANCE);
    }

    private static JoinState recorded(JoinState state, Outcome outcome) {
        return switch (state) {
            case AwaitingMessage(var question)
            when question.challengeId().equals(outcome.challengeId()) -> new Decided(outcome);
            case Decided(var before) when before.challengeId().equals(outcome.challengeId()) -> new Decided(outcome);
            case Vacant _, AwaitingChallenge _, AwaitingMessage _, Decided _ -> state;
        };
    }

    static Step decide(Outcome outcome) {
        return Step.saying(new Decided(outcome), outcome);
    }
}
