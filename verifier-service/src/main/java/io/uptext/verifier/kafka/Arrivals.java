/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.event.RedemptionEvent;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.Evidence;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.miss.Misses;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records as arrivals at slots. */
public final class Arrivals {

    private final Pepper pepper;
    private final Misses misses;
    private final Clock clock;

    /** Checks keys by {@code pepper}, senders by {@code misses}, and dates what it reads. */
    public Arrivals(Pepper pepper, Misses misses, Clock clock) {
        this.pepper = pepper;
        this.misses = misses;
        this.clock = clock;
    }

    /**
     * Until it is known who has guessed before, nobody is believed.
     *
     * @throws IllegalStateException if it is not
     */
    void requireCurrent() {
        if (!misses.isCurrent()) {
            throw new IllegalStateException("the misses of the last hour have not been counted yet");
        }
    }

    /**
     * What comes to a slot.
     *
     * @param slot which one
     * @param arrival what it is
     */
    record Arrived(JoinKey slot, Arrival arrival) {}

    /**
     * What a record brings; empty where it brings nothing to a slot.
     *
     * @throws PoisonException if it cannot be read, or does not belong where it is
     */
    Optional<Arrived> read(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        return switch (EventRecords.read(record)) {
            case ChallengeCreated created ->
                arrived(
                        record,
                        checkedKey(record, created.destination(), created.code()),
                        new Arrival.Created(created));
            case ChallengeCancelled cancelled -> arrived(record, key(record), new Arrival.Cancelled(cancelled));
            case InboundSmsReceived sms -> {
                ChallengeCode code = sms.code();
                if (code == null) {
                    yield Optional.empty();
                }
                CodeKey key = checkedKey(record, sms.destination(), code);
                yield arrived(
                        record,
                        key,
                        new Arrival.Message(
                                Evidence.of(sms, misses.of(sms), clock.instant().truncatedTo(ChronoUnit.MILLIS))));
            }
            case CarrierKeywordReceived _ -> Optional.empty();
            case OutcomeEvent _, CodeMissed _, RedemptionEvent _, DeliveryEvent _, EndpointEvent _ ->
                throw new PoisonException("this event does not belong on this topic");
        };
    }

    private static Optional<Arrived> arrived(ConsumerRecord<byte[], byte[]> record, CodeKey key, Arrival arrival) {
        return Optional.of(new Arrived(JoinKey.of(record.partition(), key), arrival));
    }

    /** A slot is found by its key alone: a key of another code would let this text confirm what it does not name. */
    private CodeKey checkedKey(ConsumerRecord<byte[], byte[]> record, Destination destination, ChallengeCode code)
            throws PoisonException {
        CodeKey expected = pepper.codeKey(destination, code);
        if (!expected.value().equals(EventRecords.key(record))) {
            throw new PoisonException("the key is not " + (isCodeKey(record) ? "that of the code" : "a code key"));
        }
        return expected;
    }

    private static boolean isCodeKey(ConsumerRecord<byte[], byte[]> record) {
        try {
            return !key(record).value().isEmpty();
        } catch (PoisonException e) {
            return false;
        }
    }

    private static CodeKey key(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        try {
            return new CodeKey(EventRecords.key(record));
        } catch (IllegalArgumentException e) {
            throw new PoisonException("the key is not a code key");
        }
    }
}
