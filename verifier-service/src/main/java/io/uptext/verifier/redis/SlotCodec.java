/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.verifier.join.Evidence;
import io.uptext.verifier.join.JoinState;
import io.uptext.verifier.join.JoinState.Question;
import io.uptext.verifier.join.Standing;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state as one short string: a million of them wait at a time, and each is written twice. Its first character is the
 * version of the form, its second the state.
 */
final class SlotCodec {

    private static final char VERSION = '1';
    private static final int START = 2;

    private SlotCodec() {}

    /** Writes a state; a vacant slot is nothing. */
    static String write(JoinState state) {
        StringBuilder to = new StringBuilder(128).append(VERSION);
        switch (state) {
            case JoinState.Vacant _ -> {
                return "";
            }
            case JoinState.AwaitingMessage(var question) -> put(to.append('m'), question);
            case JoinState.AwaitingChallenge(var messages) -> {
                to.append('c');
                messages.forEach(each -> put(to, each));
            }
            case JoinState.Decided(AuthConfirmed outcome) -> put(to.append('y'), outcome);
            case JoinState.Decided(AuthDenied outcome) -> {
                put(to.append('n'), outcome);
                Fields.put(to, outcome.reason().name());
                Fields.put(to, outcome.deniedAt());
            }
            case JoinState.Decided(AuthExpired outcome) -> {
                put(to.append('x'), outcome);
                Fields.put(to, outcome.expiredAt());
            }
            case JoinState.Decided(AuthCancelled outcome) -> {
                put(to.append('q'), outcome);
                Fields.put(to, outcome.cancelledAt());
            }
        }
        return to.toString();
    }

    /** Reads a slot; empty where this version cannot, so that the partition must be filled again. */
    static Optional<JoinState> read(@Nullable String slot) {
        if (slot == null || slot.isEmpty()) {
            return Optional.of(new JoinState.Vacant());
        }
        if (slot.length() < START || slot.charAt(0) != VERSION) {
            return Optional.empty();
        }
        try {
            Fields fields = new Fields(slot, START);
            return switch (slot.charAt(1)) {
                case 'm' -> Optional.of(new JoinState.AwaitingMessage(question(fields)));
                case 'c' -> Optional.of(new JoinState.AwaitingChallenge(messages(fields)));
                case 'y' -> Optional.of(new JoinState.Decided(confirmed(fields)));
                case 'n' ->
                    Optional.of(new JoinState.Decided(new AuthDenied(
                            id(fields), party(fields), DenialReason.valueOf(fields.text()), fields.time())));
                case 'x' ->
                    Optional.of(new JoinState.Decided(new AuthExpired(id(fields), party(fields), fields.time())));
                case 'q' ->
                    Optional.of(new JoinState.Decided(new AuthCancelled(id(fields), party(fields), fields.time())));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void put(StringBuilder to, Question question) {
        Msisdn msisdn = question.msisdn();
        Fields.put(to, question.challengeId().value());
        Fields.put(to, question.relyingParty().value());
        Fields.put(to, msisdn == null ? null : msisdn.e164());
        Fields.put(to, question.minimumRouteTrust().name());
        Fields.put(to, question.onWrongPhone() == WrongPhonePolicy.DENY ? "!" : null);
        Fields.put(to, question.validity().createdAt());
        Fields.put(to, question.validity().expiresAt());
    }

    private static Question question(Fields fields) {
        ChallengeId id = id(fields);
        RelyingPartyId party = party(fields);
        @Nullable String msisdn = fields.optional();
        return new Question(
                id,
                party,
                msisdn == null ? null : Msisdn.ofE164(msisdn),
                trust(fields),
                fields.optional() == null ? WrongPhonePolicy.REPORT : WrongPhonePolicy.DENY,
                new Validity(fields.time(), fields.time()));
    }

    private static void put(StringBuilder to, Evidence evidence) {
        Fields.put(to, evidence.messageId().value());
        Fields.put(to, evidence.connector().value());
        Fields.put(to, evidence.routeTrust().name());
        Fields.put(to, evidence.sender().e164());
        Fields.put(to, evidence.destination().address());
        Fields.put(to, evidence.receivedAt());
        Networks.put(to, evidence.network());
        Fields.put(to, evidence.standing().destinationGuarded() ? "!" : null);
        Fields.put(to, evidence.readAt());
    }

    private static List<Evidence> messages(Fields fields) {
        List<Evidence> messages = new ArrayList<>();
        while (fields.hasMore()) {
            messages.add(new Evidence(
                    new MessageId(fields.text()),
                    new ConnectorId(fields.text()),
                    trust(fields),
                    Msisdn.ofE164(fields.text()),
                    new Destination(fields.text()),
                    fields.time(),
                    Networks.read(fields),
                    new Standing(false, fields.optional() != null),
                    fields.time()));
        }
        return messages;
    }

    private static void put(StringBuilder to, Outcome outcome) {
        Fields.put(to, outcome.challengeId().value());
        Fields.put(to, outcome.relyingParty().value());
        if (outcome instanceof AuthConfirmed confirmed) {
            Fields.put(to, confirmed.msisdn().e164());
            Fields.put(to, confirmed.messageId().value());
            Fields.put(to, confirmed.connector().value());
            Fields.put(to, confirmed.routeTrust().name());
            Fields.put(to, confirmed.receivedAt());
            Networks.put(to, confirmed.network());
            if (confirmed.decidedAt() == null) {
                Fields.put(to, (String) null);
            } else {
                Fields.put(to, confirmed.decidedAt());
            }
        }
    }

    private static AuthConfirmed confirmed(Fields fields) {
        return new AuthConfirmed(
                id(fields),
                party(fields),
                Msisdn.ofE164(fields.text()),
                new MessageId(fields.text()),
                new ConnectorId(fields.text()),
                trust(fields),
                fields.time(),
                Networks.read(fields),
                fields.optionalTime());
    }

    private static ChallengeId id(Fields fields) {
        return new ChallengeId(fields.text());
    }

    private static RelyingPartyId party(Fields fields) {
        return new RelyingPartyId(fields.text());
    }

    private static RouteTrust trust(Fields fields) {
        return RouteTrust.valueOf(fields.text());
    }
}
