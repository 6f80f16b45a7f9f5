/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.verifier.join.Applied;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.Case;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes in Redis what is ours: it is noticed, and the partition is filled again. */
class DamagedRedisTests {

    private static RedisConnections connections;

    private final Random random = new Random();
    private final int partition = 1000 + random.nextInt(1 << 28);
    private final Case asked = Case.bound(random);
    private final JoinKey key = new JoinKey(partition, "%032x".formatted(random.nextLong(Long.MAX_VALUE)));
    private final Instant overdue = asked.expiresAt().plusMillis(1);
    private JoinStore store;

    @BeforeAll
    static void connect() {
        connections = new RedisConnections(new RedisProperties(Backends.redis().uri(), Duration.ofSeconds(5), false));
    }

    @AfterAll
    static void disconnect() {
        connections.close();
    }

    @BeforeEach
    void ask() {
        store = new RedisJoinStore(connections.redis(), 0);
        assertThat(fill(asked.created())).isEmpty();
        assertThat(due()).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "LPUSH", "SET"})
    void an_epoch_that_is_gone_or_is_none_is_a_loss(String damage) {
        harm(damage, Names.epoch(partition));

        assertThat(store.due(partition, overdue, 10)).isEmpty();
        assertThat(apply(Case.message(asked.right())).lost()).containsExactly(partition);
        assertFillingHeals();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "LPUSH", "SET"})
    void deadlines_that_are_gone_or_are_none_are_a_loss(String damage) {
        harm(damage, Names.deadlines(partition));

        assertThat(store.due(partition, overdue, 10)).isEmpty();
        assertThat(apply(Case.message(asked.right())).lost()).containsExactly(partition);
        assertFillingHeals();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "LPUSH", "PEXPIRE", "FUTURE"})
    void a_waiting_slot_that_is_gone_or_cannot_be_read_is_a_loss_when_its_text_comes(String damage) {
        harm(damage, Names.slot(key));

        assertThat(apply(Case.message(asked.right())).verdict()).isEmpty();
        assertThat(store.due(partition, overdue, 10)).isEmpty();
        assertFillingHeals();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "LPUSH", "PEXPIRE", "FUTURE"})
    void a_waiting_slot_that_is_gone_or_cannot_be_read_is_a_loss_at_its_deadline(String damage) {
        harm(damage, Names.slot(key));

        sweep();
        assertThat(store.due(partition, overdue, 10)).isEmpty();
        assertFillingHeals();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "LPUSH", "PEXPIRE", "FUTURE"})
    void a_slot_that_nothing_fills_again_is_not_a_loss_for_ever(String damage) {
        harm(damage, Names.slot(key));

        for (int losses = 0; store.due(partition, overdue, 10).isEmpty() || !due().isEmpty(); losses++) {
            assertThat(losses).isLessThan(4);
            if (store.due(partition, overdue, 10).isEmpty()) {
                assertThat(fill()).isEmpty();
            } else {
                sweep();
            }
        }
    }

    @Test
    void a_slot_that_lives_without_end_again_after_somebody_gave_it_an_end_loses_nothing() {
        var _ = Backends.redis().say("EXPIRE " + Names.slot(key) + " 1000");

        assertThat(apply(Case.message(asked.right())).verdict()).containsExactly(asked.confirmedBy(asked.right()));
    }

    @Test
    void a_name_among_the_deadlines_that_is_none_of_ours_is_removed() {
        var _ = Backends.redis().say("ZADD " + Names.deadlines(partition) + " 1 somebody");
        var _ = Backends.redis().say("ZADD " + Names.deadlines(partition) + " 1 " + "f".repeat(32));

        JoinKey somebodys = new JoinKey(partition, "f".repeat(32));
        assertThat(due()).containsExactly(somebodys, key);
        store.settle(partition, List.of(somebodys));
        assertFillingHeals();
        assertThat(Backends.redis().say("ZRANGE " + Names.deadlines(partition) + " 0 -1"))
                .isEqualTo("*");
    }

    @Test
    void scripts_that_were_flushed_are_sent_again() {
        var _ = Backends.redis().say("SCRIPT FLUSH");
        assertThat(apply(Case.message(asked.right())).verdict()).containsExactly(asked.confirmedBy(asked.right()));
        var _ = Backends.redis().say("SCRIPT FLUSH");
        assertThat(due()).isEmpty();
        var _ = Backends.redis().say("SCRIPT FLUSH");
        assertThat(fill()).isEmpty();
    }

    private static void harm(String damage, String name) {
        switch (damage) {
            case "DEL" -> Backends.redis().say("DEL " + name);
            case "SET" -> {
                Backends.redis().say("DEL " + name);
                Backends.redis().say("SET " + name + " whatever");
            }
            case "LPUSH" -> {
                Backends.redis().say("DEL " + name);
                Backends.redis().say("LPUSH " + name + " whatever");
            }
            case "PEXPIRE" -> Backends.redis().say("PEXPIRE " + name + " 0");
            case "FUTURE" -> Backends.redis().say("SET " + name + " 2mwhatever");
            default -> throw new AssertionError(damage);
        }
    }

    /** As the verifier does, from Kafka. Returns what comes of it. */
    private List<OutcomeEvent> fill(Arrival... arrivals) {
        store.beginFilling(partition);
        Applied applied = apply(arrivals);
        assertThat(applied.lost()).isEmpty();
        assertThat(store.endFilling(partition)).isTrue();
        return applied.verdict();
    }

    /** A text that has come already confirms in the filling, another afterwards. */
    private void assertFillingHeals() {
        List<OutcomeEvent> told = new ArrayList<>(fill(asked.created()));
        assertThat(due()).isEqualTo(told.isEmpty() ? List.of(key) : List.of());
        told.addAll(apply(Case.message(asked.right())).verdict());
        assertThat(told).containsOnly(asked.confirmedBy(asked.right()));
        assertThat(due()).isEmpty();
    }

    /** As the verifier does with what is due. */
    private void sweep() {
        Applied applied = apply(new Arrival.DeadlinePassed(overdue));
        if (applied.lost().isEmpty()) {
            store.settle(partition, due());
        }
    }

    private List<JoinKey> due() {
        return store.due(partition, overdue, 10).orElseThrow();
    }

    private Applied apply(Arrival... arrivals) {
        return store.apply(Map.of(key, List.of(arrivals)));
    }
}
