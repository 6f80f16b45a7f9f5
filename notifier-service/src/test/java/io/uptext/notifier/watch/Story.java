/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One challenge and all that can become of it. */
final class Story {

    static final String CANARY = "46701234567";
    static final WaitToken TOKEN = WaitToken.of(new byte[WaitToken.BYTES]);
    static final Instant START = Instant.parse("2026-11-24T08:00:00.000Z");
    static final Instant END = START.plus(Duration.ofMinutes(3));

    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final ChallengeId ANOTHER = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0yb");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final Msisdn PHONE = Msisdn.ofE164("+" + CANARY);
    private static final ConnectorId DOOR = new ConnectorId("test-door");
    private static final MessageId MESSAGE = MessageId.of(DOOR, "1");

    private Story() {}

    static ChallengeCreated created() {
        return created(PHONE);
    }

    /** The same in open mode, where any phone may answer. */
    static ChallengeCreated open() {
        return created(null);
    }

    private static ChallengeCreated created(@Nullable Msisdn msisdn) {
        return created(ID, TOKEN, msisdn);
    }

    /** Another one, whose phone is named. */
    static ChallengeCreated created(ChallengeId id, WaitToken token) {
        return created(id, token, PHONE);
    }

    /** Another challenge, which is watched by another token. */
    static ChallengeCreated another(WaitToken token) {
        return created(ANOTHER, token);
    }

    static AuthCancelled cancelledAnother() {
        return new AuthCancelled(ANOTHER, ACME, START);
    }

    private static ChallengeCreated created(ChallengeId id, WaitToken token, @Nullable Msisdn msisdn) {
        return new ChallengeCreated(
                id,
                ACME,
                new Destination("50500"),
                ChallengeCode.ofNormal("7KQ4M2XHC"),
                msisdn,
                RouteTrust.T2,
                null,
                START,
                END,
                token.hash(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static AuthConfirmed confirmed() {
        return confirmed(ID);
    }

    static AuthConfirmed confirmed(ChallengeId id) {
        return new AuthConfirmed(id, ACME, PHONE, MESSAGE, DOOR, RouteTrust.T2, START.plusSeconds(21), null, null);
    }

    static AuthDenied denied() {
        return new AuthDenied(ID, ACME, DenialReason.CODE_IN_USE, START);
    }

    static AuthExpired expired() {
        return new AuthExpired(ID, ACME, END);
    }

    static AuthAttemptRejected wrongPhone() {
        return wrongPhone(ID);
    }

    static AuthAttemptRejected wrongPhone(ChallengeId id) {
        return new AuthAttemptRejected(id, ACME, MESSAGE, AttemptFlaw.WRONG_PHONE, START.plusSeconds(9));
    }
}
