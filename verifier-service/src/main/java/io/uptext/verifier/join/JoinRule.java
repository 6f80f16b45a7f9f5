/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
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
 *                     | created              | message            | cancelled   | deadline passed
 * --------------------+----------------------+--------------------+-------------+----------------
 * vacant              | awaiting message     | awaiting challenge | cancelled   | -
 * awaiting challenge  | each message in turn | one message more   | cancelled   | -
 * awaiting message    | - (again) / denied*  | confirmed / flaw   | cancelled   | expired
 * decided             | the outcome again    | again / -          | again / -   | again / -
 * </pre>
 *
 * <p>(*) Another challenge with the same code: the first keeps the slot, the second is denied. What is told again is
 * identical, so a crash between any two writes of a verifier loses nothing and adds nothing.
 */
public final class JoinRule {

    private JoinRule() {}

    /** What becomes of {@code state} when {@code arrival} comes. */
    public static Step apply(JoinState state, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Created(var challenge) -> created(state, challenge);
            case Arrival.Message(var sms) -> message(state, sms);
            case Arrival.Cancelled(var cancellation) -> cancelled(state, cancellation);
            case Arrival.DeadlinePassed(var watermark) -> deadlinePassed(state, watermark);
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

    private static Step answeredBy(Question question, List<InboundSmsReceived> messages) {
        JoinState state = new AwaitingMessage(question);
        List<OutcomeEvent> verdict = new ArrayList<>();
        for (InboundSmsReceived sms : messages) {
            Step step = message(state, sms);
            state = step.next();
            verdict.addAll(step.verdict());
        }
        return new Step(state, verdict);
    }

    private static Step message(JoinState state, InboundSmsReceived sms) {
        return switch (state) {
            case Vacant _ -> Step.silent(new AwaitingChallenge(List.of(sms)));
            case AwaitingChallenge(var messages) -> Step.silent(remembering(messages, sms));
            case AwaitingMessage(var question) -> answer(state, question, sms);
            case Decided(AuthConfirmed confirmed)
            when confirmed.messageId().equals(sms.messageId()) -> Step.saying(state, confirmed);
            case Decided _ -> Step.silent(state);
        };
    }

    private static JoinState remembering(List<InboundSmsReceived> messages, InboundSmsReceived sms) {
        boolean known = messages.stream().anyMatch(each -> each.messageId().equals(sms.messageId()));
        List<InboundSmsReceived> all = new ArrayList<>(messages);
        if (!known) {
            all.add(sms);
        }
        return new AwaitingChallenge(all.subList(Math.max(0, all.size() - AwaitingChallenge.MOST), all.size()));
    }

    private static Step answer(JoinState state, Question question, InboundSmsReceived sms) {
        Optional<AttemptFlaw> flaw = flaw(question, sms);
        if (flaw.isPresent()) {
            return Step.saying(
                    state,
                    new AuthAttemptRejected(
                            question.challengeId(),
                            question.relyingParty(),
                            sms.messageId(),
                            flaw.get(),
                            sms.receivedAt()));
        }
        return decide(new AuthConfirmed(
                question.challengeId(),
                question.relyingParty(),
                sms.sender(),
                sms.messageId(),
                sms.connector(),
                sms.routeTrust(),
                sms.receivedAt()));
    }

    private static Optional<AttemptFlaw> flaw(Question question, InboundSmsReceived sms) {
        if (!question.validity().covers(sms.receivedAt())) {
            return Optional.of(AttemptFlaw.OUTSIDE_VALIDITY);
        }
        if (!sms.routeTrust().satisfies(question.minimumRouteTrust())) {
            return Optional.of(AttemptFlaw.ROUTE_NOT_TRUSTED);
        }
        if (question.msisdn() != null && !question.msisdn().equals(sms.sender())) {
            return Optional.of(AttemptFlaw.WRONG_PHONE);
        }
        return Optional.empty();
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
            case Decided(AuthExpired before) -> Step.saying(state, before);
            case Vacant _, AwaitingChallenge _, AwaitingMessage _, Decided _ -> Step.silent(state);
        };
    }

    private static Step decide(Outcome outcome) {
        return Step.saying(new Decided(outcome), outcome);
    }
}
