/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One challenge with everything that may happen to it. */
public record Case(ChallengeCreated challenge, int number) {

    public static final Msisdn PHONE = Msisdn.ofE164("+46701234567");
    public static final Msisdn OTHER_PHONE = Msisdn.ofE164("+46707654321");
    public static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final ConnectorId CONNECTOR = new ConnectorId("door");

    /** A challenge bound to {@link #PHONE} that asks for T1, created at {@link #CREATED}. */
    public static Case bound(RandomGenerator random) {
        return of(random, PHONE, CREATED);
    }

    public static Case open(RandomGenerator random) {
        return of(random, null, CREATED);
    }

    public static Case of(RandomGenerator random, @Nullable Msisdn msisdn, Instant createdAt) {
        return new Case(
                new ChallengeCreated(
                        ChallengeId.random(random),
                        new RelyingPartyId("acme"),
                        new Destination("50500"),
                        ChallengeCode.random(random),
                        msisdn,
                        RouteTrust.T1,
                        null,
                        createdAt,
                        createdAt.plus(LIFE),
                        WaitToken.of(new byte[WaitToken.BYTES]).hash(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                random.nextInt(1 << 30));
    }

    /** Another challenge of the same code, created a minute later. */
    public Case rival(RandomGenerator random, Msisdn msisdn) {
        ChallengeCreated other = of(random, msisdn, challenge.createdAt().plusSeconds(60)).challenge;
        return new Case(
                new ChallengeCreated(
                        other.challengeId(),
                        other.relyingParty(),
                        other.destination(),
                        challenge.code(),
                        other.msisdn(),
                        other.minimumRouteTrust(),
                        null,
                        other.createdAt(),
                        other.expiresAt(),
                        other.waitTokenHash(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                number);
    }

    public ChallengeId id() {
        return challenge.challengeId();
    }

    public Instant expiresAt() {
        return challenge.expiresAt();
    }

    public Arrival created() {
        return new Arrival.Created(challenge);
    }

    public Arrival cancelled() {
        return new Arrival.Cancelled(new ChallengeCancelled(
                id(), challenge.relyingParty(), challenge.createdAt().plusSeconds(20)));
    }

    /** The deadline, seen {@code late} after it; each sweep sees another watermark. */
    public Arrival deadline(Duration late) {
        return new Arrival.DeadlinePassed(expiresAt().plus(late));
    }

    public InboundSmsReceived sms(String name, Msisdn sender, RouteTrust trust, Instant receivedAt) {
        return new InboundSmsReceived(
                MessageId.of(CONNECTOR, name + "-" + number),
                CONNECTOR,
                trust,
                sender,
                challenge.destination(),
                challenge.code(),
                challenge.code().display(),
                receivedAt,
                null);
    }

    public InboundSmsReceived right() {
        return sms("right", PHONE, RouteTrust.T2, challenge.createdAt().plusSeconds(30));
    }

    public InboundSmsReceived wrongPhone() {
        return sms(
                "wrong-phone", OTHER_PHONE, RouteTrust.T2, challenge.createdAt().plusSeconds(10));
    }

    public InboundSmsReceived stale() {
        return sms("stale", PHONE, RouteTrust.T2, challenge.createdAt().minusMillis(1001));
    }

    public InboundSmsReceived weakRoute() {
        return sms("weak-route", PHONE, RouteTrust.T0, challenge.createdAt().plusSeconds(15));
    }

    /** Whenever it is read: {@link #confirmedBy} says the same. */
    public static Evidence evidence(InboundSmsReceived sms) {
        return Evidence.of(sms, Standing.GOOD, sms.receivedAt().plusMillis(40));
    }

    public static Arrival message(InboundSmsReceived sms) {
        return new Arrival.Message(evidence(sms));
    }

    /** A text of whose sender or destination something is held. */
    public static Arrival message(InboundSmsReceived sms, Standing standing) {
        return new Arrival.Message(Evidence.of(sms, standing, sms.receivedAt().plusMillis(40)));
    }

    /** The same challenge, which ends when another phone texts its code. */
    public Case denying() {
        return new Case(
                new ChallengeCreated(
                        id(),
                        challenge.relyingParty(),
                        challenge.destination(),
                        challenge.code(),
                        challenge.msisdn(),
                        challenge.minimumRouteTrust(),
                        WrongPhonePolicy.DENY,
                        challenge.createdAt(),
                        challenge.expiresAt(),
                        challenge.waitTokenHash(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                number);
    }

    /** One of each arrival. */
    public List<Arrival> everything(RandomGenerator random) {
        return List.of(
                created(),
                rival(random, OTHER_PHONE).created(),
                cancelled(),
                deadline(Duration.ofSeconds(1)),
                message(right()),
                message(wrongPhone()),
                message(stale()),
                message(weakRoute()));
    }

    /** What confirms the challenge with {@code sms}. */
    public AuthConfirmed confirmedBy(InboundSmsReceived sms) {
        return new AuthConfirmed(
                id(),
                challenge.relyingParty(),
                sms.sender(),
                sms.messageId(),
                sms.connector(),
                sms.routeTrust(),
                sms.receivedAt(),
                sms.network(),
                evidence(sms).readAt());
    }
}
