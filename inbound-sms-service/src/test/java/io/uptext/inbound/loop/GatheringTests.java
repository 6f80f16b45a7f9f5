/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTests {

    private record Load(List<Integer> items, Thread thread) {}

    private final EventLoops loops = new EventLoops();
    private final BlockingQueue<Load> loads = new LinkedBlockingQueue<>();
    private final Gathering<Integer> gathering = Gathering.ofATurn(loops, this::send);
    private final EventLoop loop = loops.all().getFirst();

    private void send(List<Integer> items) {
        loads.add(new Load(items, Thread.currentThread()));
    }

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void whatComesUpInOneTurnIsOneLoadOnItsThread() throws Exception {
        Thread thread = loop.submit(Thread::currentThread).get();

        onLoop(1, 2, 3);

        assertThat(nextLoad()).isEqualTo(new Load(List.of(1, 2, 3), thread));
    }

    @Test
    void whatTasksOfOneTurnAddIsOneLoadToo() throws Exception {
        loop.submit(() -> {
                    loop.execute(() -> gathering.add(1));
                    loop.execute(() -> gathering.add(2));
                })
                .get();

        assertThat(nextLoad().items()).containsExactly(1, 2);
    }

    @Test
    void whatComesUpLaterWaitsForNothing() throws Exception {
        onLoop(1);
        assertThat(nextLoad().items()).containsExactly(1);

        onLoop(2, 3);

        assertThat(nextLoad().items()).containsExactly(2, 3);
    }

    @Test
    void whatComesUpWithinAMomentIsOneLoadThoughItTakesManyTurns() throws Exception {
        Gathering<Integer> patient = Gathering.ofAMoment(loops, Duration.ofMillis(500), this::send);
        loop.execute(() -> {
            patient.add(1);
            loop.execute(() -> {
                patient.add(2);
                loop.execute(() -> patient.add(3));
            });
        });

        assertThat(nextLoad().items()).containsExactly(1, 2, 3);
        loop.submit(() -> patient.add(4)).get();
        assertThat(nextLoad().items()).containsExactly(4);
    }

    @Test
    void whatASendingAddsIsTheNextLoad() throws Exception {
        AtomicReference<Gathering<Integer>> chain = new AtomicReference<>(gathering);
        chain.set(Gathering.ofATurn(loops, items -> {
            send(items);
            if (items.contains(1)) {
                chain.get().add(2);
            }
        }));

        loop.submit(() -> chain.get().add(1)).get();

        assertThat(nextLoad().items()).containsExactly(1);
        assertThat(nextLoad().items()).containsExactly(2);
    }

    @Test
    void aLoadThatCannotBeSentDoesNotHoldUpTheNext() throws Exception {
        Gathering<Integer> failing = Gathering.ofATurn(loops, items -> {
            send(items);
            throw new IllegalStateException("for the test");
        });

        loop.submit(() -> failing.add(1)).get();
        assertThat(nextLoad().items()).containsExactly(1);
        loop.submit(() -> failing.add(2)).get();

        assertThat(nextLoad().items()).containsExactly(2);
    }

    @Test
    void eachLoopHasItsOwnLoads() throws Exception {
        EventLoop another = loops.all().getLast();

        onLoop(1);
        another.submit(() -> gathering.add(2)).get();

        assertThat(List.of(nextLoad().items(), nextLoad().items())).containsExactlyInAnyOrder(List.of(1), List.of(2));
    }

    @Test
    void onAnotherThreadEachIsALoad() {
        gathering.add(1);
        gathering.add(2);

        assertThat(loads).extracting(Load::items).containsExactly(List.of(1), List.of(2));
    }

    private void onLoop(Integer... items) throws Exception {
        loop.submit(() -> List.of(items).forEach(gathering::add)).get();
    }

    private Load nextLoad() throws InterruptedException {
        Load load = loads.poll(10, TimeUnit.SECONDS);
        assertThat(load).isNotNull();
        return load;
    }
}
