/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.notifier.Party;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a clock that goes when it is told to; the topics are real. */
class PartyTopicsTests {

    private static final Duration BIT = Duration.ofMillis(1);

    private final RelyingPartyId acme = new RelyingPartyId(
            Party.withTopic("acme-" + UUID.randomUUID().toString().substring(0, 8))
                    .name());
    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()));
    private long now = 42;
    private final PartyTopics topics =
            new PartyTopics(admin, Instance.CREATING, new Complaints(new SimpleMeterRegistry()), () -> now);

    @AfterEach
    void close() {
        admin.close();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private Map<RelyingPartyId, Obstacle> obstacles() {
        return topics.obstacles(List.of(acme));
    }

    @Test
    void a_topic_that_is_silent_is_tried_for_ten_seconds_and_then_again_after_half_a_minute() {
        assertThat(obstacles()).isEmpty();
        assertThat(topics.failed(acme, new NotEnoughReplicasException("no"))).isEmpty();
        pass(PartyTopics.PATIENCE.minus(BIT));
        assertThat(topics.failed(acme, new TimeoutException("late"))).isEmpty();
        assertThat(obstacles()).isEmpty();
        pass(BIT);
        assertThat(topics.failed(acme, new TimeoutException("late"))).contains(Obstacle.SILENT);
        assertThat(obstacles()).containsEntry(acme, Obstacle.SILENT);
        pass(PartyTopics.AGAIN_AFTER.minus(BIT));
        assertThat(obstacles()).containsEntry(acme, Obstacle.SILENT);
        pass(BIT);
        assertThat(obstacles()).isEmpty();
        assertThat(topics.failed(acme, new TimeoutException("late")))
                .as("what was silent all the time is given up at once")
                .contains(Obstacle.SILENT);
        pass(PartyTopics.AGAIN_AFTER);
        assertThat(obstacles()).isEmpty();
        topics.takesAll(acme);
        assertThat(topics.failed(acme, new TimeoutException("late"))).isEmpty();
    }

    @Test
    void what_will_not_pass_is_given_up_at_once() {
        assertThat(obstacles()).isEmpty();
        assertThat(topics.failed(acme, new RecordTooLargeException("no"))).contains(Obstacle.REFUSED);
        assertThat(obstacles()).as("the next record may be taken").isEmpty();
        assertThat(topics.failed(acme, new UnknownTopicOrPartitionException("gone")))
                .as("it is made anew")
                .isEmpty();
        assertThat(topics.failed(acme, new TopicAuthorizationException("no"))).contains(Obstacle.FORBIDDEN);
        assertThat(obstacles()).containsEntry(acme, Obstacle.FORBIDDEN);
    }

    @Test
    void while_kafka_is_away_nobodys_topic_counts_as_silent() {
        try (KafkaBroker broker = Backends.ownKafka("away");
                Admin own = Admin.create(Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "request.timeout.ms",
                        1000,
                        "default.api.timeout.ms",
                        1000))) {
            PartyTopics there =
                    new PartyTopics(own, Instance.CREATING, new Complaints(new SimpleMeterRegistry()), () -> now);
            assertThat(there.obstacles(List.of(acme))).isEmpty();
            assertThat(there.failed(acme, new TimeoutException("late"))).isEmpty();
            broker.stop();
            assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> there.obstacles(List.of(acme)));
            broker.start();
            pass(PartyTopics.PATIENCE.multipliedBy(10));
            assertThat(there.obstacles(List.of(acme))).isEmpty();
            assertThat(there.failed(acme, new TimeoutException("late"))).isEmpty();
        }
    }
}
