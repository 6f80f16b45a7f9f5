/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.benchmarks.server.Backend;
import io.uptext.simulator.traffic.Load;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.process.ChildJvm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Kafka producer alone: whatever a service does, its acknowledgements take as long as these. It has a process of its own,
 * like the service, so that both have the same JVM and its processor time can be told from that of the load.
 */
public final class RawProducer implements Way {

    private final int port;
    private final ChildJvm jvm;
    private final Path log;

    private RawProducer(int port, ChildJvm jvm, Path log) {
        this.port = port;
        this.jvm = jvm;
        this.log = log;
    }

    /** Starts it, with these options of the JVM. */
    public static RawProducer start(Backend backend, Path folder, List<String> options) {
        int port = Ports.free();
        Path log = folder.resolve("raw.log");
        ChildJvm jvm = ChildJvm.start(
                RawProducerProgram.class,
                log,
                options,
                List.of(Integer.toString(port), backend.kafka().bootstrapServers()));
        return new RawProducer(port, jvm, log);
    }

    @Override
    public String title() {
        return "raw producer";
    }

    @Override
    public ProcessHandle process() {
        return jvm.process();
    }

    @Override
    public Acknowledged send(Load load) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                DataOutputStream order = new DataOutputStream(socket.getOutputStream());
                DataInputStream answer = new DataInputStream(socket.getInputStream())) {
            write(load, order);
            return new Acknowledged(
                    load.count(), nanos(answer), nanos(answer), nanos(answer), 0, Acknowledged.Enquiries.NONE);
        } catch (EOFException e) {
            throw new IllegalStateException("The raw producer has failed; see " + log, e);
        }
    }

    private static Duration nanos(DataInputStream from) throws IOException {
        return Duration.ofNanos(from.readLong());
    }

    private static void write(Load load, DataOutputStream to) throws IOException {
        to.writeLong(load.count());
        to.writeDouble(load.perSecond());
        to.writeInt(load.concurrency());
    }

    static Load readLoad(DataInputStream from) throws IOException {
        return new Load(from.readLong(), from.readDouble(), Load.FOREVER, from.readInt());
    }

    static void write(Acknowledged result, DataOutputStream to) throws IOException {
        to.writeLong(result.took().toNanos());
        to.writeLong(result.p50().toNanos());
        to.writeLong(result.p99().toNanos());
    }

    @Override
    public void close() {
        jvm.close();
    }
}
