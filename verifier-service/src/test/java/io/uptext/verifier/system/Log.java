/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** All that verifiers write, from the beginning. */
public final class Log implements AutoCloseable {

    /** What all verifiers here are called. */
    public static final String GROUP = "uptext-verifier";

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> reader;
    private final Admin admin;
    private final List<TopicPartition> written;
    private final List<TopicPartition> read;
    private final List<Event> events = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();

    Log(String bootstrapServers) {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        this.reader = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.admin = Admin.create(broker);
        this.written = partitions(
                Topic.AUTH_OUTCOMES.topicName(),
                Topic.MISSES.topicName(),
                Topic.CHALLENGES.deadLetterTopicName(),
                Topic.INBOUND_SMS.deadLetterTopicName());
        this.read = partitions(Topic.CHALLENGES.topicName(), Topic.INBOUND_SMS.topicName());
        reader.assign(written);
        reader.seekToBeginning(written);
    }

    private List<TopicPartition> partitions(String... topics) {
        return Stream.of(topics)
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    /** How a challenge ends; waits for it. */
    public Outcome endOf(Asked asked) {
        return await(
                "how " + asked.id() + " ends",
                () -> events().filter(Outcome.class::isInstance)
                        .map(Outcome.class::cast)
                        .filter(each -> each.challengeId().equals(asked.id()))
                        .findFirst());
    }

    /** All that has been said by now of how a challenge ended. */
    public List<Outcome> endsOf(Asked asked) {
        readToTheEnd();
        return events().filter(Outcome.class::isInstance)
                .map(Outcome.class::cast)
                .filter(each -> each.challengeId().equals(asked.id()))
                .toList();
    }

    /** What was wrong with a text, once that has been said. */
    public AttemptFlaw flawOf(Asked asked, InboundSmsReceived sms) {
        return await(
                "what was wrong with a text to " + asked.id(),
                () -> attemptsAt(asked)
                        .filter(each -> each.messageId().equals(sms.messageId()))
                        .map(AuthAttemptRejected::flaw)
                        .findFirst());
    }

    /** What was wrong with the texts to a challenge, by now. */
    public List<AttemptFlaw> flawsOf(Asked asked) {
        readToTheEnd();
        return attemptsAt(asked).map(AuthAttemptRejected::flaw).toList();
    }

    private Stream<AuthAttemptRejected> attemptsAt(Asked asked) {
        return events().filter(AuthAttemptRejected.class::isInstance)
                .map(AuthAttemptRejected.class::cast)
                .filter(each -> each.challengeId().equals(asked.id()));
    }

    /** Waits until that many misses of a phone are in the log. */
    public void awaitMisses(CodeKey phone, int many) {
        var _ = await(
                many + " misses",
                () -> Optional.of(events().filter(CodeMissed.class::isInstance)
                                .map(CodeMissed.class::cast)
                                .filter(each -> each.sender().equals(phone))
                                .count())
                        .filter(count -> count >= many));
    }

    /** How many records there are, without dead letters. */
    public int size() {
        readToTheEnd();
        return events.size();
    }

    /** Why records are dead letters. */
    public List<String> letters() {
        readToTheEnd();
        return List.copyOf(letters);
    }

    private Stream<Event> events() {
        return events.stream();
    }

    private <T> T await(String what, Supplier<Optional<T>> found) {
        long until = System.nanoTime() + World.LIMIT.toNanos();
        while (System.nanoTime() < until) {
            Optional<T> there = found.get();
            if (there.isPresent()) {
                return there.get();
            }
            reader.poll(POLL).forEach(this::add);
        }
        throw new AssertionError("nothing says " + what);
    }

    private void readToTheEnd() {
        Map<TopicPartition, Long> ends = reader.endOffsets(written);
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(POLL).forEach(this::add);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().endsWith("-dlt")) {
            letters.add(
                    new String(record.headers().lastHeader("uptext_dlt_reason").value(), UTF_8));
            return;
        }
        try {
            events.add(EventRecords.read(record));
        } catch (PoisonException e) {
            throw new AssertionError("a verifier wrote what nobody can read", e);
        }
    }

    /** Whether the group has taken all that was written so far. */
    boolean isEverythingRead() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        return admin
                .listOffsets(read.stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .allMatch(end -> {
                    @Nullable OffsetAndMetadata taken = committed.get(end.getKey());
                    return (taken == null ? 0 : taken.offset())
                            >= end.getValue().offset();
                });
    }

    /** How many members the group has that own something. */
    long owners() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
