/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.uptext.inbound.redis.Questions.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionsTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final HashedWheelTimer timer = new HashedWheelTimer(1, TimeUnit.MILLISECONDS);
    private final EventLoop reader = new DefaultEventLoop();
    private final List<Throwable> failures = new ArrayList<>();
    private final Question<String> first = question();
    private final Question<String> second = question();
    private final Questions questions = new Questions(List.of(first, second), Runnable::run, failures::add);

    private static Question<String> question() {
        return new Question<>(
                new AsyncCommand<>(new Command<>(CommandType.GET, new ValueOutput<>(UTF8))), new CompletableFuture<>());
    }

    @AfterEach
    void stop() {
        timer.stop();
        var _ = reader.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    @Test
    void theyAreAnsweredOnceAllAnswersAreThere() {
        assertThat(questions.begin(timer, LONG, reader)).containsExactly(first.command(), second.command());

        second.command().complete("two");
        assertThat(second.answer()).isNotDone();
        first.command().complete("one");

        assertThat(first.answer().join()).contains("one");
        assertThat(second.answer().join()).contains("two");
        assertThat(failures).isEmpty();
    }

    @Test
    void whatFailsOrIsCancelledHasNoAnswerAndTheRestHas() {
        Question<String> third = question();
        Questions three = new Questions(List.of(first, second, third), Runnable::run, failures::add);
        var _ = three.begin(timer, LONG, reader);

        first.command().cancel();
        second.command().completeExceptionally(new IOException("for the test"));
        third.command().complete("three");

        assertThat(first.answer().join()).isEmpty();
        assertThat(second.answer().join()).isEmpty();
        assertThat(third.answer().join()).contains("three");
        assertThat(failures).hasExactlyElementsOfTypes(CancellationException.class, IOException.class);
    }

    @Test
    void whenTimeIsUpThereIsNoAnswer() {
        var _ = questions.begin(timer, Duration.ofMillis(1), reader);

        assertThat(first.answer().orTimeout(10, TimeUnit.SECONDS).join()).isEmpty();
        assertThat(second.answer().orTimeout(10, TimeUnit.SECONDS).join()).isEmpty();
        assertThat(failures).hasExactlyElementsOfTypes(TimeoutException.class);
    }

    @Test
    void whatComesWhileItsReaderIsHeldUpIsAnAnswerThoughTimeIsUp() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        var held = reader.submit(() -> free.await(10, TimeUnit.SECONDS));
        var _ = questions.begin(timer, Duration.ofMillis(1), reader);
        Awaitility.await().until(() -> ((SingleThreadEventExecutor) reader).pendingTasks() > 0);
        reader.execute(() -> {
            first.command().complete("one");
            second.command().complete("two");
        });

        free.countDown();

        assertThat(held.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(first.answer().orTimeout(10, TimeUnit.SECONDS).join()).contains("one");
        assertThat(second.answer().orTimeout(10, TimeUnit.SECONDS).join()).contains("two");
        assertThat(failures).isEmpty();
    }

    @Test
    void whoeverHearsOfFailuresCannotKeepTheAnswersBack() {
        Questions fragile = new Questions(List.of(first), Runnable::run, _ -> {
            throw new IllegalStateException("for the test");
        });

        assertThatIllegalStateException().isThrownBy(() -> fragile.end(new IOException("for the test")));

        assertThat(first.answer().join()).isEmpty();
    }
}
