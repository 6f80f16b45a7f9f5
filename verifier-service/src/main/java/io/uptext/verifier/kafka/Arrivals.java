/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.Evidence;
import io.uptext.verifier.miss.Misses;
import java.time.Clock;
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
     * What a record brings; empty where it brings nothing to a slot.
     *
     * @throws PoisonException if it cannot be read, or does not belong where it is
     */
    Optional<Arrival> read(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        return switch (EventRecords.read(record)) {
            case ChallengeCreated created -> {
                check(record, created.destination(), created.code());
                yield Optional.of(new Arrival.Created(created));
            }
            case ChallengeCancelled cancelled -> Optional.of(new Arrival.Cancelled(cancelled));
            case InboundSmsReceived sms -> {
                ChallengeCode code = sms.code();
                if (code == null) {
                    yield Optional.empty();
                }
                check(record, sms.destination(), code);
                yield Optional.of(new Arrival.Message(Evidence.of(sms, misses.of(sms), clock.instant())));
            }
            case CarrierKeywordReceived _ -> Optional.empty();
            case OutcomeEvent _, CodeMissed _ ->
                throw new PoisonException("what the verifier says does not belong on this topic");
        };
    }

    /** A slot is found by its key alone: a key of another code would let this text confirm what it does not name. */
    private void check(ConsumerRecord<byte[], byte[]> record, Destination destination, ChallengeCode code)
            throws PoisonException {
        if (!pepper.codeKey(destination, code).equals(key(record))) {
            throw new PoisonException("the key is not that of the code");
        }
    }

    /**
     * The code key of a record.
     *
     * @throws PoisonException if it has another key
     */
    static CodeKey key(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        try {
            return new CodeKey(EventRecords.key(record));
        } catch (IllegalArgumentException e) {
            throw new PoisonException("the key is not a code key");
        }
    }
}
