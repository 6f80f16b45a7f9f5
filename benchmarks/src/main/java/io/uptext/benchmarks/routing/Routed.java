/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.routing;

import io.uptext.benchmarks.control.Line;
import io.uptext.benchmarks.join.RedisMemory;
import io.uptext.benchmarks.routing.ReceiverProgram.Errand;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An owner and an instance, seen from the run. */
public final class Routed implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final Backend backend;
    private final Server owner;
    private final Server receiver;
    private final Line line;

    private Routed(Backend backend, Server owner, Server receiver, Line line) {
        this.backend = backend;
        this.owner = owner;
        this.receiver = receiver;
        this.line = line;
    }

    /** Starts both. */
    public static Routed start(Backend backend, Path folder) {
        String kafka = backend.kafka().bootstrapServers();
        String redis = backend.redis().uri();
        Server receiver = Server.start(ReceiverProgram.class, folder.resolve("receiver.log"), JVM, kafka, redis);
        Server owner = Server.start(OwnerProgram.class, folder.resolve("owner.log"), JVM, kafka, redis);
        return new Routed(backend, owner, receiver, Line.to(receiver.port()));
    }

    /** Their processes, the owner's first. */
    public List<ProcessHandle> processes() {
        return List.of(owner.process(), receiver.process());
    }

    /** Says who will come. */
    public void expect(List<Visitor> visitors) {
        line.ask(
                out -> {
                    out.writeUTF(Errand.EXPECT.name());
                    out.writeInt(visitors.size());
                    for (Visitor each : visitors) {
                        out.writeUTF(each.id());
                        out.writeUTF(each.tokenHash());
                    }
                },
                in -> in.readInt());
    }

    /**
     * Waits until the owner has written so many keys into Redis, one for each challenge.
     *
     * @throws IllegalStateException if that takes too long
     */
    public void awaitKnown(long keys, Duration longest) {
        await(() -> RedisMemory.keys(backend) >= keys, "not all challenges are in Redis", longest);
    }

    /**
     * Has them come, so many a second.
     *
     * @throws IllegalStateException if the challenge of one is not known
     */
    public void come(int count, int perSecond) {
        int known = line.ask(
                out -> {
                    out.writeUTF(Errand.WAIT.name());
                    out.writeInt(perSecond);
                },
                in -> in.readInt());
        if (known != count) {
            throw new IllegalStateException("Of %,d challenges %,d are in Redis".formatted(count, known));
        }
    }

    /** How many have been told, ever. */
    public int told() {
        return line.ask(out -> out.writeUTF(Errand.COUNT.name()), in -> in.readInt());
    }

    /**
     * Waits until so many have been told.
     *
     * @throws IllegalStateException if that takes too long
     */
    public void awaitTold(int count, Duration longest) {
        await(() -> told() >= count, "not all outcomes were routed", longest);
    }

    private static void await(BooleanSupplier goal, String otherwise, Duration longest) {
        long limit = System.nanoTime() + longest.toNanos();
        while (!goal.getAsBoolean()) {
            if (System.nanoTime() - limit > 0) {
                throw new IllegalStateException("Within %d s %s".formatted(longest.toSeconds(), otherwise));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    @Override
    public void close() {
        line.close();
        owner.close();
        receiver.close();
    }
}
