/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.time.Duration;
import java.time.Instant;

/** How the events of the load are made, and keyed. When an event gets a field, it gets it here. */
final class Events {

    private static final ConnectorId DOOR = new ConnectorId("chaos");
    private static final Destination SHORT_CODE = new Destination("50500");

    private final Pepper pepper;

    Events(Pepper pepper) {
        this.pepper = pepper;
    }

    CodeKey key(ChallengeCode code) {
        return pepper.codeKey(SHORT_CODE, code);
    }

    ChallengeCreated created(
            ChallengeId id,
            RelyingPartyId party,
            ChallengeCode code,
            Msisdn msisdn,
            WaitTokenHash token,
            Instant at,
            Duration validity) {
        return new ChallengeCreated(
                id,
                party,
                SHORT_CODE,
                code,
                msisdn,
                RouteTrust.T2,
                null,
                at,
                at.plus(validity),
                token,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same challenge of a relying party that wants it to end when another phone texts its code. */
    ChallengeCreated denying(ChallengeCreated created) {
        return new ChallengeCreated(
                created.challengeId(),
                created.relyingParty(),
                created.destination(),
                created.code(),
                created.msisdn(),
                created.minimumRouteTrust(),
                WrongPhonePolicy.DENY,
                created.createdAt(),
                created.expiresAt(),
                created.waitTokenHash(),
                created.codeChallenge(),
                created.nonce(),
                created.requestHash(),
                created.context(),
                created.metadata(),
                created.returnTo());
    }

    ChallengeCancelled cancelled(ChallengeCreated created, Instant at) {
        return new ChallengeCancelled(created.challengeId(), created.relyingParty(), at);
    }

    /** A new message with a code, as a sender whom nobody forges has sent it. */
    InboundSmsReceived text(String name, Msisdn sender, ChallengeCode code, Instant at) {
        return new InboundSmsReceived(
                MessageId.of(DOOR, name), DOOR, RouteTrust.T2, sender, SHORT_CODE, code, words(code), at, null);
    }

    /** The same message as it comes again, because our door did not say yes the first time. */
    InboundSmsReceived redelivered(InboundSmsReceived sms, Instant at) {
        return new InboundSmsReceived(
                sms.messageId(),
                sms.connector(),
                sms.routeTrust(),
                sms.sender(),
                sms.destination(),
                sms.code(),
                sms.text(),
                at,
                sms.network());
    }

    static String words(ChallengeCode code) {
        return "ACME LOGIN " + code.normal();
    }
}
