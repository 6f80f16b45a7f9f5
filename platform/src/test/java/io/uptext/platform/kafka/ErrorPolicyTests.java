/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.util.backoff.FixedBackOff;

/** Containers on a real broker whose listeners fail as if Redis or Kafka were away. */
class ErrorPolicyTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CANARY = "+46701234567";
    private static final int RECORDS = 300;

    private final List<Integer> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void an_outage_loses_nothing_keeps_the_order_and_is_two_lines_in_the_log() throws Exception {
        String topic = Listening.newTopic();
        Listening.send(topic, 0, RECORDS);
        long end = System.nanoTime() + Duration.ofSeconds(9).toNanos();
        // Less than the outage, so that a policy that does not poll would lose its partitions.
        Map<String, Object> impatient = Map.of("max.poll.interval.ms", 7000, "max.poll.records", 20);
        BatchMessageListener<byte[], byte[]> listener = records -> {
            if (System.nanoTime() < end) {
                calls.incrementAndGet();
                throw new CompletionException(
                        new IllegalStateException(CANARY, new TimeoutException("Redis or Kafka")));
            }
            records.forEach(each -> done.add(number(each)));
        };
        try (LogLines log = new LogLines();
                Listening listening = Listening.to(topic, listener, ErrorPolicy.of("the-name"), impatient)) {
            listening.container.start();
            await().atMost(LIMIT).until(() -> listening.committed() == RECORDS);

            assertEverythingOnceInOrder();
            assertThat(listening.lost).hasValue(0);
            assertThat(calls.get()).isBetween(8, 30);
            assertThat(log.ofThePolicy()).hasSize(2);
            assertThat(log.ofThePolicy().getFirst())
                    .matches("WARN the-name: IllegalStateException, by TimeoutException \\(Redis or Kafka\\) in "
                            + "ErrorPolicyTests.java:[0-9]+\\. It is tried again until it works, nothing is skipped");
            assertThat(log.ofThePolicy().getLast()).matches("INFO the-name: it works again, after [0-9]+ seconds");
            assertThat(log.warnings())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).doesNotContain(CANARY));
            assertThat(log.hasStackTrace()).isFalse();
        }
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new ClassCastException("Spring's own policy takes it for hopeless, and skips"),
                new NullPointerException(),
                new DeserializationException("as above", new byte[0], false, new IllegalStateException()),
                new BatchListenerFailedException("the fifth", 5));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatever_the_failure_nothing_is_skipped(RuntimeException failure) throws Exception {
        run(ErrorPolicy.of("all"), 2, failure);
        assertEverythingOnceInOrder();
    }

    /** The mutants: what Spring does by itself, and what looks like an answer to it. */
    @Test
    void springs_own_policy_skips_which_these_tests_see() throws Exception {
        run(new DefaultErrorHandler(new FixedBackOff(0, 2)), 6, new IllegalStateException());
        assertThat(done).hasSizeLessThan(RECORDS);
        done.clear();
        run(new DefaultErrorHandler(new FixedBackOff(0, FixedBackOff.UNLIMITED_ATTEMPTS)), 2, new ClassCastException());
        assertThat(done).hasSizeLessThan(RECORDS);
    }

    @Test
    void a_listener_of_single_records_loses_nothing_either() throws Exception {
        String topic = Listening.newTopic();
        Listening.send(topic, 0, RECORDS);
        MessageListener<byte[], byte[]> listener = each -> {
            if (number(each) % 100 == 7 && calls.incrementAndGet() < 4) {
                throw new ClassCastException();
            }
            done.add(number(each));
        };
        try (Listening listening = Listening.to(topic, listener, ErrorPolicy.of("single"), Map.of())) {
            listening.container.start();
            await().atMost(LIMIT).until(() -> listening.committed() == RECORDS);
            assertThat(done.stream().distinct()).hasSize(RECORDS);
        }
    }

    @Test
    void a_listener_that_has_gone_back_further_itself_stays_there() throws Exception {
        String topic = Listening.newTopic();
        Listening.send(topic, 0, RECORDS);
        BatchConsumerAwareMessageListener<byte[], byte[]> listener = (records, consumer) -> {
            records.forEach(each -> done.add(number(each)));
            if (number(records.getLast()) > RECORDS / 2 && calls.getAndIncrement() == 0) {
                Consumer<?, ?> ours = Objects.requireNonNull(consumer);
                ours.assignment().forEach(each -> ours.seek(each, 0));
                throw new IllegalStateException();
            }
        };
        try (Listening listening =
                Listening.to(topic, listener, ErrorPolicy.of("back"), Map.of("max.poll.records", 20))) {
            listening.container.start();
            await().atMost(LIMIT).until(() -> listening.committed() == RECORDS);
            assertThat(done.stream().filter(each -> each < Listening.PARTITIONS))
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void what_fails_beside_the_listener_is_quiet_as_well_and_ends_nothing() throws Exception {
        String topic = Listening.newTopic();
        BatchMessageListener<byte[], byte[]> listener = records -> records.forEach(each -> done.add(number(each)));
        try (LogLines log = new LogLines();
                Listening listening = Listening.to(topic, listener, ErrorPolicy.of("idle"), Map.of())) {
            listening.container.getContainerProperties().setIdleEventInterval(100L);
            listening.container.setApplicationEventPublisher(event -> {
                if (event instanceof ListenerContainerIdleEvent && calls.incrementAndGet() < 5) {
                    throw new IllegalStateException(CANARY);
                }
            });
            listening.container.start();
            await().atMost(LIMIT).until(() -> calls.get() >= 5);
            Listening.send(topic, 0, RECORDS);
            await().atMost(LIMIT).until(() -> listening.committed() == RECORDS);

            assertEverythingOnceInOrder();
            assertThat(log.warnings())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).doesNotContain(CANARY));
            assertThat(log.hasStackTrace()).isFalse();
        }
    }

    @Test
    void stopping_does_not_wait_for_the_end_of_an_outage() throws Exception {
        String topic = Listening.newTopic();
        Listening.send(topic, 0, RECORDS);
        BatchMessageListener<byte[], byte[]> listener = _ -> {
            calls.incrementAndGet();
            throw new IllegalStateException();
        };
        try (LogLines log = new LogLines();
                Listening listening = Listening.to(topic, listener, ErrorPolicy.of("stopped"), Map.of())) {
            listening.container.start();
            // By then it pauses for seconds.
            await().atMost(LIMIT).until(() -> calls.get() >= 6);
            long begun = System.nanoTime();
            listening.container.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(listening.committed()).isZero();
            assertThat(log.warnings()).hasSize(1);
            assertThat(log.ofThePolicy()).hasSize(1);
        }
    }

    static Stream<Runnable> errors() {
        return Stream.of(
                () -> {
                    throw new OutOfMemoryError("not really");
                },
                () -> {
                    throw new CompletionException(new OutOfMemoryError("not really"));
                });
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_ends_the_whole_container_and_commits_nothing(Runnable error) throws Exception {
        String topic = Listening.newTopic();
        Listening.send(topic, 0, 1);
        BatchMessageListener<byte[], byte[]> listener = _ -> error.run();
        try (Listening listening = Listening.to(topic, listener, ErrorPolicy.of("error"), Map.of())) {
            listening.container.start();
            await().atMost(LIMIT).until(() -> !listening.container.isRunning());
            assertThat(listening.container.isInExpectedState()).isFalse();
            assertThat(listening.committed()).isZero();
        }
    }

    /** Of twelve polls some fail, in a row, until all records are committed. */
    private void run(CommonErrorHandler policy, int failing, RuntimeException failure)
            throws InterruptedException, ExecutionException {
        String topic = Listening.newTopic();
        Listening.send(topic, 0, RECORDS);
        BatchMessageListener<byte[], byte[]> listener = records -> {
            if (calls.getAndIncrement() % 12 < failing) {
                throw failure;
            }
            records.forEach(each -> done.add(number(each)));
        };
        try (Listening listening = Listening.to(topic, listener, policy, Map.of("max.poll.records", 20))) {
            listening.container.start();
            await().atMost(LIMIT).until(() -> listening.committed() == RECORDS);
        }
    }

    private void assertEverythingOnceInOrder() {
        assertThat(done).doesNotHaveDuplicates().hasSize(RECORDS);
        for (int partition = 0; partition < Listening.PARTITIONS; partition++) {
            int remainder = partition;
            List<Integer> sent = IntStream.range(0, RECORDS)
                    .filter(each -> each % Listening.PARTITIONS == remainder)
                    .boxed()
                    .toList();
            List<Integer> read = new ArrayList<>(done);
            read.removeIf(each -> each % Listening.PARTITIONS != remainder);
            assertThat(read).isEqualTo(sent);
        }
    }

    private static int number(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(new String(record.value(), UTF_8));
    }
}
