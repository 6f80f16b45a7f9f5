/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.MissReason;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.verifier.join.JoinState.Question;
import java.util.List;
import java.util.Optional;

/** The part of the rule in which a text meets its challenge. */
final class Answer {

    private Answer() {}

    /** What a text says to the challenge that waits for it. */
    static Step to(Question question, Evidence evidence, JoinState state) {
        Optional<AttemptFlaw> flaw = flaw(question, evidence);
        if (flaw.isEmpty()) {
            return JoinRule.decide(confirmed(question, evidence));
        }
        Step step = flaw.get() == AttemptFlaw.WRONG_PHONE && question.onWrongPhone() == WrongPhonePolicy.DENY
                ? JoinRule.decide(denied(question, DenialReason.WRONG_PHONE, evidence))
                : Step.saying(state, rejected(question.challengeId(), question.relyingParty(), evidence, flaw.get()));
        return miss(question, evidence)
                .filter(_ -> !evidence.standing().senderLocked())
                .map(reason -> step.and(new Miss(evidence, reason)))
                .orElse(step);
    }

    /** In open mode two phones may have texted the code before the challenge came to light; some want that to end it. */
    static Optional<AuthDenied> ofTwoPhones(Question question, List<Evidence> messages) {
        if (question.msisdn() != null || question.onWrongPhone() == WrongPhonePolicy.REPORT) {
            return Optional.empty();
        }
        List<Evidence> good =
                messages.stream().filter(each -> flaw(question, each).isEmpty()).toList();
        return good.stream()
                .filter(each -> !each.sender().equals(good.getFirst().sender()))
                .findFirst()
                .map(second -> denied(question, DenialReason.SECOND_PHONE, second));
    }

    /** The code of a confirmed challenge came from another phone: somebody has passed it on. */
    static Step ofSecondPhone(AuthConfirmed confirmed, Evidence evidence, JoinState state) {
        return Step.saying(
                        state,
                        rejected(confirmed.challengeId(), confirmed.relyingParty(), evidence, AttemptFlaw.SECOND_PHONE))
                .and(new Miss(evidence, MissReason.WRONG_PHONE));
    }

    private static Optional<AttemptFlaw> flaw(Question question, Evidence evidence) {
        if (evidence.standing().senderLocked()) {
            return Optional.of(AttemptFlaw.SENDER_LOCKED);
        }
        if (!question.validity().covers(evidence.receivedAt())) {
            return Optional.of(AttemptFlaw.OUTSIDE_VALIDITY);
        }
        if (!evidence.routeTrust().satisfies(question.minimumRouteTrust())) {
            return Optional.of(AttemptFlaw.ROUTE_NOT_TRUSTED);
        }
        if (isFromWrongPhone(question, evidence)) {
            return Optional.of(AttemptFlaw.WRONG_PHONE);
        }
        // A guess cannot hit a challenge that is bound to another phone, so those go on.
        if (question.msisdn() == null && evidence.standing().destinationGuarded()) {
            return Optional.of(AttemptFlaw.DESTINATION_GUARDED);
        }
        return Optional.empty();
    }

    /** A guess, whatever else is wrong with the text: an honest phone knows its own codes, and none before it is shown. */
    private static Optional<MissReason> miss(Question question, Evidence evidence) {
        if (isFromWrongPhone(question, evidence)) {
            return Optional.of(MissReason.WRONG_PHONE);
        }
        return JoinRule.lastCreation(evidence).isBefore(question.validity().createdAt())
                ? Optional.of(MissReason.UNKNOWN_CODE)
                : Optional.empty();
    }

    private static boolean isFromWrongPhone(Question question, Evidence evidence) {
        return question.msisdn() != null && !question.msisdn().equals(evidence.sender());
    }

    private static AuthConfirmed confirmed(Question question, Evidence evidence) {
        return new AuthConfirmed(
                question.challengeId(),
                question.relyingParty(),
                evidence.sender(),
                evidence.messageId(),
                evidence.connector(),
                evidence.routeTrust(),
                evidence.receivedAt(),
                evidence.network(),
                evidence.readAt());
    }

    private static AuthDenied denied(Question question, DenialReason reason, Evidence evidence) {
        return new AuthDenied(question.challengeId(), question.relyingParty(), reason, evidence.receivedAt());
    }

    private static AuthAttemptRejected rejected(
            ChallengeId challenge, RelyingPartyId party, Evidence evidence, AttemptFlaw flaw) {
        return new AuthAttemptRejected(challenge, party, evidence.messageId(), flaw, evidence.receivedAt());
    }
}
