/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls count as read in their order, and only what Kafka has. */
class UntoldTests {

    private static final TopicPartition TEXTS = new TopicPartition(Topic.INBOUND_SMS.topicName(), 0);
    private static final TopicPartition CHALLENGES = new TopicPartition(Topic.CHALLENGES.topicName(), 0);
    private static final int MOST = 4;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Untold untold = new Untold();
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(TEXTS, CHALLENGES));
        consumer.updateBeginningOffsets(Map.of(TEXTS, 0L, CHALLENGES, 0L));
        consumer.seek(TEXTS, 100);
        consumer.seek(CHALLENGES, 200);
    }

    @Test
    void a_poll_counts_as_read_once_kafka_has_all_its_outcomes() {
        CompletableFuture<Void> one = new CompletableFuture<>();
        CompletableFuture<Void> other = new CompletableFuture<>();
        add("first", 10, List.of(one, other));

        untold.settle(consumer);
        one.complete(null);
        untold.settle(consumer);
        assertThat(acknowledged).isEmpty();

        other.complete(null);
        untold.settle(consumer);
        assertThat(acknowledged).containsExactly("first");
    }

    @Test
    void a_poll_without_outcomes_counts_as_read_at_once_but_not_before_an_earlier_one() {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        add("first", 10, List.of(outcome));
        add("second", 20, List.of());

        untold.settle(consumer);
        assertThat(acknowledged).isEmpty();

        outcome.complete(null);
        untold.settle(consumer);
        assertThat(acknowledged).containsExactly("first", "second");
    }

    @Test
    void what_kafka_does_not_take_is_read_again_and_with_it_all_that_came_after() {
        add("first", 10, List.of(CompletableFuture.failedFuture(new IllegalStateException("for the test"))));
        add("second", 20, List.of(CompletableFuture.completedFuture(null)));

        assertThatThrownBy(() -> untold.settle(consumer)).isInstanceOf(CompletionException.class);

        assertThat(acknowledged).isEmpty();
        assertThat(consumer.position(TEXTS)).isEqualTo(10);
        assertThat(consumer.position(CHALLENGES)).isEqualTo(110);
        untold.settleAll(consumer);
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void nobody_goes_forward_who_has_gone_back_further_already() {
        consumer.seek(TEXTS, 5);
        add("first", 10, List.of(CompletableFuture.failedFuture(new IllegalStateException("for the test"))));

        assertThatThrownBy(() -> untold.settle(consumer)).isInstanceOf(CompletionException.class);

        assertThat(consumer.position(TEXTS)).isEqualTo(5);
    }

    @Test
    void the_oldest_is_waited_for_when_too_many_are_under_way() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        add("first", 10, List.of(first));
        for (int i = 1; i < MOST; i++) {
            add("another", 10 + i, List.of(new CompletableFuture<>()));
        }
        untold.settle(consumer);
        add("one too many", 50, List.of(new CompletableFuture<>()));

        CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> untold.settle(consumer));

        assertThat(settled).isNotDone();
        first.complete(null);
        settled.join();
        assertThat(acknowledged).containsExactly("first");
    }

    @Test
    void it_moves_while_nothing_waits_or_kafka_has_taken_something_since() {
        assertThat(untold.isMoving()).isTrue();

        CompletableFuture<Void> first = new CompletableFuture<>();
        add("first", 10, List.of(first));
        add("second", 20, List.of(new CompletableFuture<>()));
        untold.settle(consumer);
        assertThat(untold.isMoving()).isFalse();

        first.complete(null);
        untold.settle(consumer);
        assertThat(untold.isMoving()).isTrue();
        assertThat(untold.isMoving()).isFalse();
    }

    private void add(String name, long offset, List<CompletableFuture<Void>> outcomes) {
        untold.add(
                Polled.of(List.of(record(TEXTS, offset), record(TEXTS, offset + 1), record(CHALLENGES, offset + 100))),
                outcomes,
                () -> acknowledged.add(name));
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
    }
}
