/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.benchmarks.server.Contender;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.kafka.EventRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes events, and is the one place here that does. */
final class JoinEvents {

    private static final RelyingPartyId RELYING_PARTY = new RelyingPartyId("acme");
    private static final ConnectorId CONNECTOR = new ConnectorId("carrier");
    private static final Destination DESTINATION = Destination.parse(Contender.DESTINATION);
    private static final Pepper PEPPER = new Pepper(Contender.PEPPER);

    /** How long the person takes. */
    private static final Duration TYPING = Duration.ofSeconds(5);

    private static final int NUMBERS = 10_000_000;
    private static final int HASH_BYTES = 32;

    private JoinEvents() {}

    /** A challenge and the text that confirms it, received just now. */
    static SignIn signIn(ChallengeCode code, RandomGenerator random, Instant now) {
        Msisdn msisdn = Msisdn.ofE164("+4670%07d".formatted(random.nextInt(NUMBERS)));
        String text = "ACME LOGIN " + code.normal();
        Instant createdAt = now.minus(TYPING);
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(hash);
        ChallengeCreated created = new ChallengeCreated(
                ChallengeId.random(random),
                RELYING_PARTY,
                DESTINATION,
                code,
                msisdn,
                RouteTrust.T2,
                null,
                createdAt,
                createdAt.plus(Validity.LONGEST),
                new WaitTokenHash(Base64.getUrlEncoder().withoutPadding().encodeToString(hash)),
                null,
                null,
                null,
                null,
                null,
                null);
        InboundSmsReceived sms = new InboundSmsReceived(
                MessageId.of(CONNECTOR, created.challengeId().value()),
                CONNECTOR,
                RouteTrust.T3,
                msisdn,
                DESTINATION,
                code,
                text,
                now,
                null);
        String key = PEPPER.codeKey(DESTINATION, code).value();
        return new SignIn(
                created.challengeId().value(),
                EventRecords.write(created, key, "challenge-service"),
                EventRecords.write(sms, key, "inbound-sms-service"));
    }

    /** What a contender says that is not the verifier. */
    static ProducerRecord<byte[], byte[]> confirmed(ChallengeCreated created, InboundSmsReceived sms) {
        AuthConfirmed confirmed = new AuthConfirmed(
                created.challengeId(),
                created.relyingParty(),
                sms.sender(),
                sms.messageId(),
                sms.connector(),
                sms.routeTrust(),
                sms.receivedAt(),
                sms.network(),
                sms.receivedAt());
        return EventRecords.write(confirmed, created.challengeId().value(), "bench");
    }

    /** The text of a key, to look up what came of which record. */
    static String text(byte[] key) {
        return new String(key, UTF_8);
    }
}
