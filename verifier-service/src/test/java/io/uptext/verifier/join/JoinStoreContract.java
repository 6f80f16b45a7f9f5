/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.MissReason;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of slots does. */
public abstract class JoinStoreContract {

    private static final int MANY = 300;
    private static final int ROUNDS = 10;

    protected final Random random = new Random(42);
    private final Pepper pepper = new Pepper(Base64.getEncoder().encodeToString(randomBytes()));
    /** Of no other test: backends are shared. */
    protected final int partition = 1000 + new Random().nextInt(1 << 28);

    /** Loses everything that instances have stored. */
    protected abstract void lose();

    @BeforeEach
    void fill() {
        JoinStore store = instance();
        for (int each = partition; each < partition + 4; each++) {
            store.beginFilling(each);
            assertThat(store.endFilling(each)).isTrue();
        }
    }

    /** Another instance on the same slots. */
    protected abstract JoinStore instance();

    @Test
    void a_store_tells_what_the_rule_tells_arrival_by_arrival() {
        JoinStore store = instance();
        for (int i = 0; i < MANY; i++) {
            Case asked = i % 3 == 0 ? Case.open(random) : Case.bound(random);
            List<Arrival> every = asked.everything(random);
            JoinState state = new JoinState.Vacant();
            for (int arrived = 0; arrived < 8; arrived++) {
                Arrival arrival = every.get(random.nextInt(every.size()));
                Step step = JoinRule.apply(state, arrival);
                state = step.next();
                assertThat(told(store, asked, arrival)).isEqualTo(step.verdict());
            }
        }
    }

    @Test
    void a_store_applies_the_arrivals_of_a_slot_in_their_order() {
        Case asked = Case.bound(random);

        assertThat(told(
                        instance(),
                        asked,
                        asked.created(),
                        Case.message(asked.wrongPhone()),
                        Case.message(asked.right()),
                        asked.cancelled()))
                .hasSize(2)
                .endsWith(asked.confirmedBy(asked.right()));
    }

    @Test
    void a_redelivery_of_the_poll_tells_the_identical_outcomes_to_another_instance() {
        Map<JoinKey, List<Arrival>> poll = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) {
            Case asked = Case.bound(random);
            poll.put(
                    key(asked),
                    i % 2 == 0
                            ? List.of(asked.created(), Case.message(asked.right()))
                            : List.of(asked.created(), asked.cancelled()));
        }

        List<OutcomeEvent> first = instance().apply(poll).verdict();
        List<OutcomeEvent> again = instance().apply(poll).verdict();

        assertThat(first).hasSize(MANY);
        assertThat(new HashSet<>(again)).isEqualTo(new HashSet<>(first));
    }

    @Test
    void a_poll_of_nothing_tells_nothing() {
        assertThat(instance().apply(Map.of())).isEqualTo(new Applied(List.of(), List.of(), Set.of()));
    }

    @Test
    void slots_of_many_partitions_in_one_poll_do_not_mix() {
        Map<JoinKey, List<Arrival>> poll = new LinkedHashMap<>();
        List<OutcomeEvent> want = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Case asked = Case.bound(random);
            poll.put(
                    new JoinKey(partition + i % 4, key(asked).slot()),
                    List.of(Case.message(asked.right()), asked.created()));
            want.add(asked.confirmedBy(asked.right()));
        }

        assertThat(instance().apply(poll).verdict()).containsExactlyInAnyOrderElementsOf(want);
    }

    @Test
    void of_two_instances_that_race_to_confirm_and_to_cancel_one_decides() throws Exception {
        race(
                asked -> List.of(asked.created()),
                asked -> List.of(Case.message(asked.right())),
                asked -> List.of(asked.cancelled()));
    }

    @Test
    void of_two_instances_that_race_with_the_challenge_and_its_text_the_pair_meets() throws Exception {
        Set<OutcomeEvent> told =
                race(_ -> List.of(), asked -> List.of(Case.message(asked.right())), asked -> List.of(asked.created()));

        assertThat(told.stream().filter(Outcome.class::isInstance)).hasSize(MANY * ROUNDS);
    }

    @Test
    void of_two_instances_that_race_with_the_text_and_the_deadline_one_decides() throws Exception {
        race(
                asked -> List.of(asked.created()),
                asked -> List.of(Case.message(asked.right())),
                asked -> List.of(asked.deadline(Duration.ofSeconds(1))));
    }

    @Test
    void a_slot_is_due_once_the_watermark_is_past_its_expiry_and_until_it_is_settled() {
        JoinStore store = instance();
        Case asked = Case.bound(random);
        Instant after = asked.expiresAt().plusMillis(1);
        assertThat(told(store, asked, asked.created())).isEmpty();

        assertThat(due(store, asked.expiresAt(), 10)).isEmpty();
        assertThat(due(store, after, 10)).containsExactly(key(asked));
        assertThat(told(store, asked, new Arrival.DeadlinePassed(after)))
                .containsExactly(new AuthExpired(asked.id(), asked.challenge().relyingParty(), asked.expiresAt()));
        // A crash before the outcome is published finds it again.
        assertThat(due(instance(), after, 10)).containsExactly(key(asked));

        store.settle(partition, List.of(key(asked)));
        assertThat(due(store, after, 10)).isEmpty();
    }

    @Test
    void a_text_that_nobody_asked_for_is_due_once_no_older_challenge_can_come_and_leaves_nothing() {
        JoinStore store = instance();
        Case asked = Case.bound(random);
        Instant after = asked.right().receivedAt().plusMillis(1001);
        assertThat(told(store, asked, Case.message(asked.right()))).isEmpty();

        assertThat(due(store, after.minusMillis(1), 10)).isEmpty();
        assertThat(due(store, after, 10)).containsExactly(key(asked));
        Applied applied = store.apply(Map.of(key(asked), List.of(new Arrival.DeadlinePassed(after))));
        assertThat(applied.verdict()).isEmpty();
        assertThat(applied.misses()).containsExactly(new Miss(Case.evidence(asked.right()), MissReason.UNKNOWN_CODE));
        assertThat(told(store, asked, asked.created())).isEmpty();
    }

    @Test
    void a_slot_that_waits_again_for_something_else_stays_on_the_list_when_it_is_settled() {
        JoinStore store = instance();
        Case asked = Case.bound(random);
        assertThat(told(store, asked, Case.message(asked.wrongPhone()), Case.message(asked.right())))
                .isEmpty();
        assertThat(told(
                        store,
                        asked,
                        new Arrival.DeadlinePassed(
                                asked.wrongPhone().receivedAt().plusMillis(1001))))
                .isEmpty();

        store.settle(partition, List.of(key(asked)));

        assertThat(due(store, asked.right().receivedAt().plusMillis(1001), 10)).containsExactly(key(asked));
    }

    @Test
    void a_partition_that_was_never_filled_is_lost() {
        JoinStore store = instance();
        int other = partition + 1000;
        Case asked = Case.bound(random);

        assertThat(store.apply(Map.of(
                        new JoinKey(other, key(asked).slot()),
                        List.of(asked.created()),
                        key(asked),
                        List.of(asked.created(), Case.message(asked.right())))))
                .isEqualTo(new Applied(List.of(asked.confirmedBy(asked.right())), List.of(), Set.of(other)));
        assertThat(store.due(other, Case.CREATED, 10)).isEmpty();
    }

    @Test
    void what_is_lost_is_filled_again_by_one_instance_while_others_wait() {
        JoinStore store = instance();
        JoinStore other = instance();
        Case waiting = Case.bound(random);
        Case decided = Case.bound(random);
        assertThat(told(store, waiting, waiting.created())).isEmpty();
        lose();

        assertThat(store.apply(Map.of(key(waiting), List.of(Case.message(waiting.right()))))
                        .lost())
                .containsExactly(partition);
        store.beginFilling(partition);
        assertThat(other.apply(Map.of(key(waiting), List.of(waiting.created()))).lost())
                .containsExactly(partition);
        assertThat(told(store, decided, decided.created(), new Arrival.Recorded(decided.confirmedBy(decided.right()))))
                .isEmpty();
        assertThat(told(store, waiting, waiting.created())).isEmpty();
        assertThat(store.endFilling(partition)).isTrue();

        assertThat(told(other, waiting, Case.message(waiting.right())))
                .containsExactly(waiting.confirmedBy(waiting.right()));
        assertThat(told(other, decided, Case.message(decided.right())))
                .containsExactly(decided.confirmedBy(decided.right()));
    }

    @Test
    void what_is_lost_while_it_is_filled_is_not_full() {
        JoinStore store = instance();
        store.beginFilling(partition);
        lose();
        assertThat(store.endFilling(partition)).isFalse();
        assertThat(store.due(partition, Case.CREATED, 10)).isEmpty();
    }

    private List<JoinKey> due(JoinStore store, Instant watermark, int most) {
        return store.due(partition, watermark, most).orElseThrow();
    }

    @Test
    void at_most_as_many_slots_are_due_as_asked_for_and_only_of_the_partition() {
        JoinStore store = instance();
        Map<JoinKey, List<Arrival>> poll = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            Case asked = Case.bound(random);
            poll.put(key(asked), List.of(asked.created()));
        }
        assertThat(store.apply(poll).verdict()).isEmpty();
        Instant after = Case.CREATED.plus(Case.LIFE).plusMillis(1);

        assertThat(due(store, after, 3)).hasSize(3);
        assertThat(due(store, after, 100)).containsExactlyInAnyOrderElementsOf(poll.keySet());
        assertThat(store.due(partition + 1, after, 100)).isEqualTo(Optional.of(List.of()));
        store.settle(partition, List.of());
        assertThat(due(store, after, 100)).hasSize(10);
    }

    /** Lets two instances at the same slots, in different orders; returns all that was told. */
    private Set<OutcomeEvent> race(
            Function<Case, List<Arrival>> before,
            Function<Case, List<Arrival>> left,
            Function<Case, List<Arrival>> right)
            throws Exception {
        Set<OutcomeEvent> told = new HashSet<>();
        JoinStore one = instance();
        JoinStore other = instance();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Case> cases = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    cases.add(Case.bound(random));
                }
                assertThat(one.apply(poll(cases, before)).verdict()).isEmpty();
                Map<JoinKey, List<Arrival>> lefts = poll(cases, left);
                Collections.shuffle(cases, random);
                Map<JoinKey, List<Arrival>> rights = poll(cases, right);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<List<OutcomeEvent>> first = threads.submit(() -> applied(one, lefts, start));
                Future<List<OutcomeEvent>> second = threads.submit(() -> applied(other, rights, start));
                List<OutcomeEvent> both = new ArrayList<>(first.get());
                both.addAll(second.get());
                Map<ChallengeId, Set<OutcomeEvent>> outcomes = new HashMap<>();
                both.stream()
                        .filter(Outcome.class::isInstance)
                        .forEach(each -> outcomes.computeIfAbsent(each.challengeId(), _ -> new HashSet<>())
                                .add(each));
                assertThat(outcomes)
                        .hasSize(MANY)
                        .allSatisfy((_, each) -> assertThat(each).hasSize(1));
                told.addAll(both);
            }
        }
        return told;
    }

    private static List<OutcomeEvent> applied(JoinStore store, Map<JoinKey, List<Arrival>> poll, CyclicBarrier start)
            throws Exception {
        int _ = start.await();
        return store.apply(poll).verdict();
    }

    private Map<JoinKey, List<Arrival>> poll(List<Case> cases, Function<Case, List<Arrival>> arrivals) {
        Map<JoinKey, List<Arrival>> poll = new LinkedHashMap<>();
        cases.forEach(each -> poll.put(key(each), arrivals.apply(each)));
        return poll;
    }

    protected final List<OutcomeEvent> told(JoinStore store, Case asked, Arrival... arrivals) {
        return store.apply(Map.of(key(asked), List.of(arrivals))).verdict();
    }

    protected final JoinKey key(Case asked) {
        return JoinKey.of(
                partition,
                pepper.codeKey(
                        asked.challenge().destination(), asked.challenge().code()));
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
