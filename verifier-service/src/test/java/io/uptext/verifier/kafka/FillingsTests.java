/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.redis.RedisConnections;
import io.uptext.verifier.redis.RedisJoinStore;
import io.uptext.verifier.system.Asked;
import io.uptext.verifier.system.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker and a real Redis, in partitions that no verifier looks at meanwhile. */
class FillingsTests {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final World world = World.shared();
    private final KafkaClients clients = Handmade.clients(world.bootstrapServers());
    private final RedisConnections redis =
            new RedisConnections(new RedisProperties(world.redisUri(), Duration.ofSeconds(2), false));
    private final JoinStore store = new RedisJoinStore(redis.redis(), 0);
    private final Fillings fillings = new Fillings(store, clients, GRACE);
    private final Consumer<byte[], byte[]> consumer = clients.ungroupedConsumer();
    private final Asked asked = world.asking().in(0).sent();

    @BeforeEach
    void readToTheEnd() {
        consumer.assign(
                Stream.of(0, 1).flatMap(each -> Fillings.both(each).stream()).toList());
        consumer.seekToEnd(consumer.assignment());
    }

    @AfterEach
    void close() {
        consumer.close();
        redis.close();
    }

    @Test
    void a_partition_is_read_again_to_where_it_had_been_read_and_is_filled_then() {
        fillings.begin(Set.of(0), now(), consumer);

        assertThat(fillings.isOpen(0)).isTrue();
        assertThat(fillings.isOpen(1)).isFalse();
        assertThat(fillings.endThoseDone(consumer)).isEmpty();
        assertThat(fillings.isOpen(0)).isTrue();
        assertThat(store.due(0, now(), 1)).isPresent();

        List<ConsumerRecord<byte[], byte[]>> again = readAll();
        assertThat(again)
                .isNotEmpty()
                .allMatch(fillings::isAgain)
                .anyMatch(each ->
                        new String(each.value(), UTF_8).contains(asked.id().value()));
        var _ = world.asking().in(0).sent();
        assertThat(readAll()).hasSize(1).noneMatch(fillings::isAgain);

        assertThat(fillings.endThoseDone(consumer)).isEmpty();
        assertThat(fillings.isOpen(0)).isFalse();
        assertThat(store.due(0, Instant.EPOCH, 1)).contains(List.of());
    }

    @Test
    void what_was_last_read_long_ago_is_read_again_from_before_that() {
        world.clock().advance(Duration.ofHours(1));

        fillings.begin(Set.of(0), now(), consumer);

        assertThat(readAll()).isNotEmpty();
        fillings.abandon(consumer.assignment());
    }

    @Test
    void partitions_that_are_given_away_are_not_filled_here_any_more() {
        fillings.begin(Set.of(0, 1), now(), consumer);

        fillings.abandon(List.of(Fillings.both(0).getFirst()));

        assertThat(fillings.isOpen(0)).isFalse();
        assertThat(store.due(0, now(), 1)).isEmpty();
    }

    @Test
    void what_cannot_begin_as_a_whole_has_not_begun() {
        JoinStore failing = new ChangedStore(store) {
            private int begun;

            @Override
            public void beginFilling(int partition) {
                if (begun++ == 1) {
                    throw new IllegalStateException("Redis did not answer");
                }
                super.beginFilling(partition);
            }
        };
        Fillings half = new Fillings(failing, clients, GRACE);

        assertThatThrownBy(() -> half.begin(Set.of(0, 1), now(), consumer)).hasMessage("Redis did not answer");

        assertThat(half.isOpen(0) || half.isOpen(1)).isFalse();
        assertThat(failing.due(0, now(), 1)).isEmpty();
        assertThat(failing.due(1, now(), 1)).isEmpty();

        half.begin(Set.of(0, 1), now(), consumer);
        assertThat(readAll()).isNotEmpty().allMatch(half::isAgain);
    }

    @Test
    void a_partition_that_is_lost_again_while_it_is_filled_is_filled_as_far_as_the_first_time() {
        fillings.begin(Set.of(0), now(), consumer);

        fillings.begin(Set.of(0), now(), consumer);

        assertThat(fillings.endThoseDone(consumer)).isEmpty();
        assertThat(fillings.isOpen(0)).isTrue();
        assertThat(readAll()).isNotEmpty().allMatch(fillings::isAgain);
        assertThat(fillings.endThoseDone(consumer)).isEmpty();
        assertThat(fillings.isOpen(0)).isFalse();
    }

    private Instant now() {
        return world.clock().instant();
    }

    private List<ConsumerRecord<byte[], byte[]>> readAll() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(all::add);
        }
        return all;
    }
}
