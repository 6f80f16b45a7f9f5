/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocal;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.loop.Gathering;
import io.uptext.inbound.redis.Questions.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Redis as something that may be away. A question has an answer in time, or none. After a silence nobody asks until a new
 * connection stands, which is sought in the background: an outage costs those who ask just then the time to wait, and nobody
 * after them.
 *
 * <p>Each event loop has a connection of its own, which lives on it: questions and answers change no thread.
 */
public final class Redis implements AutoCloseable {

    /** How late a timeout may be noticed. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final HashedWheelTimer timer = new HashedWheelTimer(
            new DefaultThreadFactory("redis-timeouts", true), TICK.toMillis(), TimeUnit.MILLISECONDS);
    private final Outage outage = new Outage();
    private final EventLoops loops;
    private final Duration timeout;
    private final Gathering<Question<?>> asked;
    private final List<Link> links;
    private final FastThreadLocal<Link> own = new FastThreadLocal<>() {
        @Override
        protected Link initialValue() {
            return links.get(Math.max(0, loops.all().indexOf(loops.here())));
        }
    };

    /**
     * Connects. Where Redis is away, it returns after a second at most and goes on trying.
     *
     * @param timeout for an answer
     * @param loops where the connections live, and where answers are given, if that is where the question came from; they are
     *     to be closed later than this
     */
    public Redis(String uri, Duration timeout, EventLoops loops) {
        this.loops = loops;
        this.asked = Gathering.ofATurn(loops, this::send);
        this.timeout = timeout;
        RedisURI address = RedisURI.create(uri);
        address.setTimeout(Link.PAUSE);
        this.links = loops.all().stream()
                .map(loop -> new Link(loop, timer, address, outage))
                .toList();
        CompletableFuture.allOf(links.stream().map(Link::connect).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, Link.PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /**
     * The answer to a command, or empty where there is none in time. It never fails. What an event loop asks
     * in one turn goes together.
     */
    <T> CompletableFuture<Optional<T>> ask(RedisCommand<String, String, T> command) {
        Question<T> question = new Question<>(new AsyncCommand<>(command), new CompletableFuture<>());
        if (link() == null) {
            question.leave();
        } else {
            asked.add(question);
        }
        return question.answer();
    }

    /** The caller's own, or another while that has no connection; null if none has. */
    private @Nullable Link link() {
        Link best = own.get();
        if (best.live() != null) {
            return best;
        }
        return links.stream().filter(link -> link.live() != null).findFirst().orElse(null);
    }

    private void send(List<Question<?>> asked) {
        @Nullable Link link = link();
        @Nullable StatefulRedisConnection<String, String> connection = link == null ? null : link.live();
        if (link == null || connection == null) {
            asked.forEach(Question::leave);
            return;
        }
        Questions questions = new Questions(asked, loops.here(), failure -> fail(link, connection, failure));
        try {
            connection.dispatch(questions.begin(timer, timeout, link.loop()));
        } catch (RuntimeException e) {
            // Whatever it is, whoever has asked hears of it.
            questions.end(e);
        }
    }

    /** A no is an answer: the connection is good, and another one would hear the same. */
    private void fail(Link link, StatefulRedisConnection<String, String> connection, Throwable reason) {
        if (reason instanceof RedisCommandExecutionException no) {
            outage.isRefused(no);
            return;
        }
        outage.begins(reason);
        if (link.lose(connection) && reason instanceof TimeoutException) {
            // The others need not wait to learn the same.
            links.forEach(Link::lose);
        }
    }

    @Override
    public void close() {
        outage.ignoreFromNow();
        links.forEach(Link::close);
        timer.stop();
    }
}
