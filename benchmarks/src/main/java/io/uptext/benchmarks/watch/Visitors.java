/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.uptext.benchmarks.server.BenchedParty;
import io.uptext.benchmarks.server.Contender;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
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
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.kafka.EventRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Visitors that have never been before in a run. */
public final class Visitors {

    private static final RelyingPartyId RELYING_PARTY = new RelyingPartyId(BenchedParty.ID);
    private static final ConnectorId CONNECTOR = new ConnectorId("carrier");
    private static final Destination DESTINATION = Destination.parse(Contender.DESTINATION);
    private static final Pepper PEPPER = new Pepper(Contender.PEPPER);
    private static final int ENDINGS = 100;

    private final Clock clock;
    private final Random random = new Random(1);
    private int made;

    /** Challenges are created now, by this clock, and last as long as a challenge can. */
    public Visitors(Clock clock) {
        this.clock = clock;
    }

    /** The next so many. */
    public List<Visitor> next(int count) {
        List<Visitor> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(next());
        }
        return all;
    }

    private Visitor next() {
        Instant now = clock.instant();
        ChallengeId id = ChallengeId.random(random);
        byte[] bytes = new byte[WaitToken.BYTES];
        random.nextBytes(bytes);
        WaitToken token = WaitToken.of(bytes);
        ChallengeCode code = ChallengeCode.random(random);
        Msisdn msisdn = Msisdn.ofE164("+4670%07d".formatted(made++));
        ChallengeCreated created = new ChallengeCreated(
                id,
                RELYING_PARTY,
                DESTINATION,
                code,
                null,
                RouteTrust.T2,
                null,
                now,
                now.plus(Validity.LONGEST),
                token.hash(),
                null,
                null,
                null,
                new ChallengeContext("Sign in", "Firefox on Windows", null),
                null,
                null);
        AuthConfirmed confirmed = new AuthConfirmed(
                id,
                RELYING_PARTY,
                msisdn,
                MessageId.of(CONNECTOR, id.value()),
                CONNECTOR,
                RouteTrust.T3,
                now,
                null,
                now);
        ProducerRecord<byte[], byte[]> challenge =
                EventRecords.write(created, PEPPER.codeKey(DESTINATION, code).value(), "challenge-service");
        ProducerRecord<byte[], byte[]> outcome = EventRecords.write(confirmed, id.value(), "verifier-service");
        return new Visitor(
                id.value(),
                token.reveal(),
                token.hash().value(),
                Integer.parseInt(msisdn.ending()) % ENDINGS,
                challenge,
                outcome);
    }
}
