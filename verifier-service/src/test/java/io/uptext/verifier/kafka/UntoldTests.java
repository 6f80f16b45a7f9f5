/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
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
    private final AtomicLong now = new AtomicLong();
    private final Untold untold = new Untold(now::get);
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

        settle();
        one.complete(null);
        settle();
        assertThat(acknowledged).isEmpty();

        other.complete(null);
        settle();
        assertThat(acknowledged).containsExactly("first");
    }

    @Test
    void a_poll_without_outcomes_counts_as_read_at_once_but_not_before_an_earlier_one() {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        add("first", 10, List.of(outcome));
        add("second", 20, List.of());

        settle();
        assertThat(acknowledged).isEmpty();

        outcome.complete(null);
        settle();
        assertThat(acknowledged).containsExactly("first", "second");
    }

    @Test
    void what_kafka_does_not_take_is_read_again_and_with_it_all_that_came_after() {
        add("first", 10, List.of(CompletableFuture.failedFuture(new IllegalStateException("for the test"))));
        add("second", 20, List.of(CompletableFuture.completedFuture(null)));

        assertThatThrownBy(() -> settle()).isInstanceOf(CompletionException.class);

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

        assertThatThrownBy(() -> settle()).isInstanceOf(CompletionException.class);

        assertThat(consumer.position(TEXTS)).isEqualTo(5);
    }

    @Test
    void the_oldest_is_waited_for_when_too_many_are_under_way() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        add("first", 10, List.of(first));
        for (int i = 1; i < MOST; i++) {
            add("another", 10 + i, List.of(new CompletableFuture<>()));
        }
        settle();
        add("one too many", 50, List.of(new CompletableFuture<>()));

        CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> settle());

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
        settle();
        assertThat(untold.isMoving()).isFalse();

        first.complete(null);
        settle();
        assertThat(untold.isMoving()).isTrue();
        assertThat(untold.isMoving()).isFalse();
    }

    @Test
    void what_is_told_within_a_moment_counts_as_read_together() {
        add("first", 10, List.of());
        untold.settle(consumer);
        assertThat(acknowledged).containsExactly("first");

        add("second", 20, List.of());
        untold.settle(consumer);
        add("third", 30, List.of());
        untold.settle(consumer);
        assertThat(acknowledged).containsExactly("first");

        settle();
        assertThat(acknowledged).containsExactly("first", "second", "third");
    }

    @Test
    void many_records_count_as_read_at_once() {
        add("first", 10, List.of());
        untold.settle(consumer);
        List<ConsumerRecord<byte[], byte[]>> many =
                LongStream.range(20, 520).mapToObj(each -> record(TEXTS, each)).toList();
        untold.add(Polled.of(many), List.of(), () -> acknowledged.add("many"));
        untold.settle(consumer);
        assertThat(acknowledged).containsExactly("first", "many");
    }

    @Test
    void whoever_gives_partitions_away_counts_at_once_what_is_told() {
        add("first", 10, List.of());
        untold.settle(consumer);
        add("second", 20, List.of());
        untold.settle(consumer);

        untold.settleAll(consumer);
        assertThat(acknowledged).containsExactly("first", "second");
    }

    @Test
    void what_was_told_before_a_failure_counts_all_the_same_unless_it_is_somebody_elses() {
        add("first", 10, List.of());
        untold.settle(consumer);
        add("second", 20, List.of());
        add("third", 30, List.of(CompletableFuture.failedFuture(new IllegalStateException("for the test"))));
        assertThatThrownBy(() -> untold.settle(consumer)).isInstanceOf(CompletionException.class);
        assertThat(consumer.position(TEXTS)).isEqualTo(30);
        settle();
        assertThat(acknowledged).containsExactly("first", "second");

        add("fourth", 40, List.of());
        untold.settle(consumer);
        untold.abandon();
        settle();
        assertThat(acknowledged).containsExactly("first", "second");
    }

    /** Later than what has been counted before. */
    private void settle() {
        now.addAndGet(Duration.ofMillis(50).toNanos());
        untold.settle(consumer);
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
