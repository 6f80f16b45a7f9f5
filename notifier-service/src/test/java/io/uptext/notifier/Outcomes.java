/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.kafka.EventRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the verifier says of challenges, and the verifier who says it. */
public final class Outcomes implements AutoCloseable {

    /** Is in no notice. */
    public static final String CANARY = "46701234567";

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.000Z");
    private static final ConnectorId DOOR = new ConnectorId("canary-door");

    private final KafkaProducer<byte[], byte[]> producer;

    /** Writes to a broker. */
    public Outcomes(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** All that a challenge can come to, the second confirmation by another message. */
    public static List<Outcome> all(ChallengeId challenge, String party) {
        RelyingPartyId id = new RelyingPartyId(party);
        return List.of(
                confirmed(challenge, party, "1"),
                confirmed(challenge, party, "2"),
                new AuthDenied(challenge, id, DenialReason.WRONG_PHONE, AT),
                new AuthExpired(challenge, id, AT),
                new AuthCancelled(challenge, id, AT));
    }

    /** A confirmation by a message. */
    public static AuthConfirmed confirmed(ChallengeId challenge, String party, String message) {
        return new AuthConfirmed(
                challenge,
                new RelyingPartyId(party),
                Msisdn.ofE164("+" + CANARY),
                MessageId.of(DOOR, message),
                DOOR,
                RouteTrust.T2,
                AT,
                null,
                null);
    }

    /** Writes events as of now, and waits until the broker has them. */
    public void publish(List<? extends OutcomeEvent> events) {
        send(events.stream().map(Outcomes::record).toList());
    }

    /** The same, as if they had been written at a time. */
    public void publishAt(Instant time, OutcomeEvent event) {
        ProducerRecord<byte[], byte[]> now = record(event);
        send(List.of(
                new ProducerRecord<>(now.topic(), null, time.toEpochMilli(), now.key(), now.value(), now.headers())));
    }

    /** Writes records, and waits until the broker has them. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            for (var sent : records.stream().map(producer::send).toList()) {
                var _ = sent.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event as the verifier writes it. */
    public static ProducerRecord<byte[], byte[]> record(OutcomeEvent event) {
        return EventRecords.write(event, event.challengeId().value(), "verifier-service");
    }

    @Override
    public void close() {
        producer.close();
    }
}
