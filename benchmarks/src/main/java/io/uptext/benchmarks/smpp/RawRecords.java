/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.benchmarks.server.Contender;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.kafka.EventRecords;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as inbound-sms-service writes them for texts that come over SMPP. */
final class RawRecords {

    /** They are sent over and over: to Kafka, one is like another. Few enough to be held in memory. */
    private static final int DIFFERENT = 10_000;

    private static final int NUMBERS = 10_000_000;
    private static final ConnectorId CONNECTOR = new ConnectorId(SmppProgram.CONNECTOR);
    private static final Destination DESTINATION = Destination.parse(Contender.DESTINATION);
    private static final Instant RECEIVED = Instant.parse("2026-11-25T08:00:00.123Z");

    private RawRecords() {}

    /** Each of another sender with another code. */
    static List<ProducerRecord<byte[], byte[]>> write() {
        Pepper pepper = new Pepper(Contender.PEPPER);
        Random random = new Random(1);
        return Stream.generate(() -> write(pepper, random)).limit(DIFFERENT).toList();
    }

    private static ProducerRecord<byte[], byte[]> write(Pepper pepper, Random random) {
        String sender = "+4670%07d".formatted(random.nextInt(NUMBERS));
        ChallengeCode code = ChallengeCode.random(random);
        String text = "ACME LOGIN " + code.normal();
        String content = pepper.contentKey((sender + text).getBytes(UTF_8));
        InboundSmsReceived event = new InboundSmsReceived(
                MessageId.of(CONNECTOR, content + "@" + RECEIVED.toEpochMilli()),
                CONNECTOR,
                RouteTrust.T3,
                Msisdn.ofE164(sender),
                DESTINATION,
                code,
                text,
                RECEIVED,
                null);
        return EventRecords.write(event, pepper.codeKey(DESTINATION, code).value(), "inbound-sms-service");
    }
}
