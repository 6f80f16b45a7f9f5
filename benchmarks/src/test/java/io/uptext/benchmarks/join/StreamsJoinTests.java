/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.EventType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contender that does less than the verifier would be compared with it unfairly. */
class StreamsJoinTests {

    private static final JoinTopics TOPICS = JoinTopics.of("test");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TopologyTestDriver streams;

    private final SignIns signIns = new SignIns(Clock.systemUTC());

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        streams = new TopologyTestDriver(StreamsJoin.topology(TOPICS), settings);
    }

    @AfterEach
    void stop() {
        streams.close();
    }

    @Test
    void aTextConfirmsItsChallengeUnderTheKeyOfTheChallenge() {
        SignIn signIn = signIns.next();
        pipe(signIn.challengeTo(TOPICS));
        pipe(signIns.next().textTo(TOPICS));
        pipe(signIn.textTo(TOPICS));

        List<TestRecord<byte[], byte[]>> outcomes = outcomes();
        assertThat(outcomes).hasSize(1);
        assertThat(JoinEvents.text(outcomes.getFirst().key())).isEqualTo(signIn.challengeId());
        assertThat(JoinEvents.text(requireNonNull(
                        outcomes.getFirst().headers().lastHeader("ce_type").value())))
                .isEqualTo(EventType.AUTH_CONFIRMED.type());
    }

    @Test
    void aTextOfAnotherPhoneConfirmsNothing() {
        SignIn mine = signIns.next();
        ProducerRecord<byte[], byte[]> others = signIns.next().text();
        pipe(mine.challengeTo(TOPICS));
        pipe(new ProducerRecord<>(TOPICS.texts(), null, mine.text().key(), others.value(), others.headers()));

        assertThat(outcomes()).isEmpty();
    }

    private void pipe(ProducerRecord<byte[], byte[]> record) {
        TestInputTopic<byte[], byte[]> topic =
                streams.createInputTopic(record.topic(), new ByteArraySerializer(), new ByteArraySerializer());
        topic.pipeInput(requireNonNull(record.key()), requireNonNull(record.value()));
    }

    private List<TestRecord<byte[], byte[]>> outcomes() {
        return streams.createOutputTopic(TOPICS.outcomes(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }
}
