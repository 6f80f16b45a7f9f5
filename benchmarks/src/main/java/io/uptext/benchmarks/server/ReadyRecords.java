/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.platform.kafka.EventRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records as challenge-service writes them, with their headers and keys, ready to be sent over and over. There are enough
 * that each batch has others.
 */
record ReadyRecords(List<ProducerRecord<byte[], byte[]>> records) {

    private static final int COUNT = 4096;
    private static final Instant SOME_TIME = Instant.parse("2026-11-28T08:00:00.123Z");

    ReadyRecords {
        records = List.copyOf(records);
    }

    static ReadyRecords write() {
        Random random = new Random(1);
        Pepper pepper = new Pepper(Contender.PEPPER);
        return new ReadyRecords(
                IntStream.range(0, COUNT).mapToObj(_ -> write(random, pepper)).toList());
    }

    private static ProducerRecord<byte[], byte[]> write(Random random, Pepper pepper) {
        byte[] token = new byte[WaitToken.BYTES];
        random.nextBytes(token);
        ChallengeCreated created = new ChallengeCreated(
                ChallengeId.random(random),
                new RelyingPartyId("bench"),
                new Destination(Contender.DESTINATION),
                ChallengeCode.random(random),
                Msisdn.ofE164("+4670%07d".formatted(random.nextInt(10_000_000))),
                RouteTrust.T2,
                WrongPhonePolicy.REPORT,
                SOME_TIME,
                SOME_TIME.plus(Duration.ofMinutes(3)),
                WaitToken.of(token).hash(),
                null,
                null,
                null,
                new ChallengeContext("Sign in", "Firefox on Windows", null),
                null,
                null);
        ProducerRecord<byte[], byte[]> record = EventRecords.write(
                created, pepper.codeKey(created.destination(), created.code()).value(), "challenge-service");
        // Where nobody reads.
        return new ProducerRecord<>(
                Topic.INBOUND_SMS.topicName(), null, record.key(), record.value(), record.headers());
    }

    /** One of them; any number is the number of one. */
    ProducerRecord<byte[], byte[]> get(int number) {
        ProducerRecord<byte[], byte[]> ready = records.get(Math.floorMod(number, records.size()));
        // The producer closes the headers of what it sends.
        return new ProducerRecord<>(ready.topic(), null, ready.key(), ready.value(), ready.headers());
    }
}
