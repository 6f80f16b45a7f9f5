/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What is made of records, in particular of those that come again because the reading has started over. */
class RecentChallengesReaderTests {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final MessageId MESSAGE = MessageId.of(new ConnectorId("test-door"), "1");

    private final RecentChallenges challenges = new RecentChallenges();
    private final RecentChallengesReader reader = new RecentChallengesReader(challenges);
    private final List<AttemptFlaw> heard = new ArrayList<>();

    @Test
    void an_attempt_is_told_once_also_where_the_reading_starts_over() throws PoisonException {
        challenges.listen(new Attempts());
        for (int reading = 0; reading < 2; reading++) {
            reader.apply(record(created(), 0, 0));
            reader.apply(record(attempt(AttemptFlaw.WRONG_PHONE), 3, 5));
            reader.apply(record(attempt(AttemptFlaw.SENDER_LOCKED), 3, 6));
        }
        reader.apply(record(attempt(AttemptFlaw.OUTSIDE_VALIDITY), 3, 7));
        reader.apply(record(attempt(AttemptFlaw.WRONG_PHONE), 2, 1));

        assertThat(heard)
                .containsExactly(
                        AttemptFlaw.WRONG_PHONE,
                        AttemptFlaw.SENDER_LOCKED,
                        AttemptFlaw.OUTSIDE_VALIDITY,
                        AttemptFlaw.WRONG_PHONE);
    }

    private static ConsumerRecord<byte[], byte[]> record(Event event, int partition, long offset) {
        ProducerRecord<byte[], byte[]> sent = EventRecords.write(event, ID.value(), "tests");
        return new ConsumerRecord<>(
                sent.topic(),
                partition,
                offset,
                START.toEpochMilli(),
                TimestampType.CREATE_TIME,
                sent.key().length,
                sent.value().length,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    private static AuthAttemptRejected attempt(AttemptFlaw flaw) {
        return new AuthAttemptRejected(ID, ACME, MESSAGE, flaw, START);
    }

    private static ChallengeCreated created() {
        return new ChallengeCreated(
                ID,
                ACME,
                new Destination("50500"),
                ChallengeCode.ofNormal("7KQ4M2XHC"),
                null,
                RouteTrust.T2,
                null,
                START,
                START.plusSeconds(180),
                WaitToken.of(new byte[WaitToken.BYTES]).hash(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private final class Attempts implements RecentChallenges.Listener {

        @Override
        public void created(RecentChallenge challenge) {
            assertThat(challenge.ending()).isNull();
        }

        @Override
        public void ended(RecentChallenge challenge, long recordedAt) {
            throw new AssertionError("it goes on");
        }

        @Override
        public void attempt(RecentChallenge challenge, AttemptFlaw flaw) {
            heard.add(flaw);
        }
    }
}
