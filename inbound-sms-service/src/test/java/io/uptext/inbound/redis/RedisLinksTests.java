/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each event loop has a connection that lives on it, and borrows another's while it has none. */
class RedisLinksTests {

    private static final Duration PATIENT = Duration.ofSeconds(5);

    private final EventLoops loops = new EventLoops();
    private final RedisServer server = Backends.ownRedis("links", Ports.free());
    private final Redis redis = new Redis(server.uri(), PATIENT, loops);
    private final RedisClient client = RedisClient.create(server.uri());
    private final StatefulRedisConnection<String, String> admin = client.connect();

    @AfterEach
    void close() {
        client.shutdown(Duration.ZERO, PATIENT);
        redis.close();
        loops.close();
        server.close();
    }

    @Test
    void thereIsAConnectionForEachLoop() {
        assertThat(connections()).hasSameSizeAs(loops.all());
    }

    @Test
    void anAnswerComesWhereTheQuestionCameFrom() throws Exception {
        for (EventLoop loop : loops.all()) {
            Thread thread = loop.submit(Thread::currentThread).get();

            assertThat(answerer(loop).get(10, TimeUnit.SECONDS)).isSameAs(thread);
        }
    }

    @Test
    void aLoopWithoutConnectionBorrowsAnother() throws Exception {
        List<Long> ids = connections();
        // What is lost cannot come back: there is room for one, and for ours.
        admin.sync().configSet("maxclients", "2");
        for (Long id : ids.subList(1, ids.size())) {
            admin.sync().clientKill(KillArgs.Builder.id(id));
        }

        for (EventLoop loop : loops.all()) {
            Awaitility.await().until(() -> ask(loop).get(10, TimeUnit.SECONDS).isPresent());
        }
        assertThat(connections()).hasSize(1);
    }

    @Test
    void aLoopThatWasHeldUpHearsWhatRedisHasSaidMeanwhile() throws Exception {
        try (Redis hasty = new Redis(server.uri(), Duration.ofMillis(100), loops)) {
            List<Long> before = connections();
            EventLoop loop = loops.all().getFirst();
            CountDownLatch free = new CountDownLatch(1);
            CompletableFuture<Optional<Long>> answer = CompletableFuture.completedFuture(exists())
                    .thenComposeAsync(
                            command -> {
                                CompletableFuture<Optional<Long>> asked = hasty.ask(command);
                                // After the question has been sent, and before its answer can be read.
                                var _ = loop.submit(() -> free.await(10, TimeUnit.SECONDS));
                                return asked;
                            },
                            loop);
            Awaitility.await().until(() -> ((SingleThreadEventExecutor) loop).pendingTasks() > 0);

            free.countDown();

            assertThat(answer.get(10, TimeUnit.SECONDS)).contains(0L);
            assertThat(connections()).isEqualTo(before);
        }
    }

    private static RedisCommand<String, String, Long> exists() {
        return new Command<>(CommandType.EXISTS, new IntegerOutput<>(UTF8), new CommandArgs<>(UTF8).addKey("key"));
    }

    /** The thread that hears the answer, to what the loop asks. */
    private CompletableFuture<Thread> answerer(EventLoop loop) {
        return CompletableFuture.completedFuture(exists())
                .thenComposeAsync(command -> redis.ask(command).thenApply(_ -> Thread.currentThread()), loop);
    }

    private CompletableFuture<Optional<Long>> ask(EventLoop loop) {
        return CompletableFuture.completedFuture(exists()).thenComposeAsync(redis::ask, loop);
    }

    /** The ids of all connections but the test's own. */
    private List<Long> connections() {
        long own = admin.sync().clientId();
        return Stream.of(admin.sync().clientList().split("\n", -1))
                .filter(line -> line.startsWith("id="))
                .map(line -> Long.valueOf(line.substring(3, line.indexOf(' '))))
                .filter(id -> id != own)
                .toList();
    }
}
