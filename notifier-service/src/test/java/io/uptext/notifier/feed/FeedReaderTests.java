/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class FeedReaderTests {

    @Test
    void the_mark_of_a_transaction_at_the_end_is_not_waited_for() {
        TopicPartition partition = new TopicPartition("uptext.auth-outcomes.acme.v1", 0);
        try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none")) {
            consumer.assign(List.of(partition));
            FeedReader reader = new FeedReader(
                    consumer,
                    new RelyingPartyId("acme"),
                    partition.topic(),
                    Uuid.randomUuid(),
                    List.of(2L),
                    Map.of(partition, 3L));
            consumer.seek(partition, 2);
            assertThat(reader.isCaughtUp()).isFalse();
            consumer.seek(partition, 3);
            assertThat(reader.isCaughtUp()).isTrue();
        }
    }
}
