/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What visitors have in Kafka is what our services would write, and can be told from each other's. */
class VisitorsTests {

    private final Visitors visitors = new Visitors(Clock.systemUTC());

    @Test
    void eachHasAChallengeOfItsOwnAndAnOutcomeThatBelongsToIt() throws PoisonException {
        for (Visitor each : visitors.next(200)) {
            ChallengeCreated created = (ChallengeCreated) read(each.challenge());
            AuthConfirmed confirmed = (AuthConfirmed) read(each.outcome());

            assertThat(created.challengeId().value()).isEqualTo(each.id());
            assertThat(created.waitTokenHash())
                    .isEqualTo(WaitToken.parse(each.token()).hash());
            assertThat(created.waitTokenHash().value()).isEqualTo(each.tokenHash());
            assertThat(confirmed.challengeId()).isEqualTo(created.challengeId());
            assertThat(confirmed.numberEnding()).isEqualTo("%02d".formatted(each.ending()));
        }
    }

    @Test
    void noTwoHaveTheSameToken() {
        List<String> tokens = visitors.next(1_000).stream().map(Visitor::token).toList();

        assertThat(new HashSet<>(tokens)).hasSameSizeAs(tokens);
    }

    private static Object read(ProducerRecord<byte[], byte[]> record) throws PoisonException {
        ConsumerRecord<byte[], byte[]> stored =
                new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
        record.headers().forEach(header -> stored.headers().add(header));
        return EventRecords.read(stored);
    }
}
