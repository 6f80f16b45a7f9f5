/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;

class GatheringTests {

    private record Load(List<Integer> items, CompletableFuture<@Nullable Void> end, Thread thread) {}

    private final EventLoops loops = new EventLoops();
    private final BlockingQueue<Load> loads = new LinkedBlockingQueue<>();
    private final Gathering<Integer> gathering = new Gathering<>(loops, this::send);
    private final EventExecutor loop =
            loops.resources().onServer(LoopResources.DEFAULT_NATIVE).next();

    private CompletableFuture<@Nullable Void> send(List<Integer> items) {
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        loads.add(new Load(items, end, Thread.currentThread()));
        return end;
    }

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void whatComesUpInOneTurnIsOneLoad() throws Exception {
        onLoop(1, 2, 3);

        assertThat(nextLoad().items()).containsExactly(1, 2, 3);
    }

    @Test
    void whatComesUpMeanwhileGoesWithTheNext() throws Exception {
        onLoop(1);
        Load first = nextLoad();
        onLoop(2);
        onLoop(3, 4);
        assertThat(loads).isEmpty();

        first.end().complete(null);

        Load second = nextLoad();
        assertThat(second.items()).containsExactly(2, 3, 4);
        assertThat(second.thread()).isSameAs(first.thread());
    }

    @Test
    void aLoadThatFailsDoesNotHoldUpTheNext() throws Exception {
        onLoop(1);
        Load first = nextLoad();
        onLoop(2);

        first.end().completeExceptionally(new IllegalStateException("for the test"));

        assertThat(nextLoad().items()).containsExactly(2);
    }

    @Test
    void aLoadThatCannotBeSentDoesNotHoldUpTheNext() throws Exception {
        BlockingQueue<List<Integer>> sent = new LinkedBlockingQueue<>();
        Gathering<Integer> failing = new Gathering<>(loops, items -> {
            sent.add(items);
            throw new IllegalStateException("for the test");
        });

        loop.submit(() -> failing.add(1)).get();
        assertThat(sent.poll(10, TimeUnit.SECONDS)).containsExactly(1);
        loop.submit(() -> failing.add(2)).get();

        assertThat(sent.poll(10, TimeUnit.SECONDS)).containsExactly(2);
    }

    @Test
    void afterAPauseItGoesAtOnceAgain() throws Exception {
        onLoop(1);
        nextLoad().end().complete(null);
        loop.submit(() -> {}).get();

        onLoop(2);

        assertThat(nextLoad().items()).containsExactly(2);
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
