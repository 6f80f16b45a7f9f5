/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import io.uptext.testkit.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;

/** The same broker as {@link KafkaBroker}, in a JVM of its own, which can therefore be killed. */
public final class KafkaBrokerProcess implements AutoCloseable {

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Path folder;
    private final int port;
    private final List<String> options;
    private ChildJvm jvm;

    private KafkaBrokerProcess(Path folder, int port, List<String> options) {
        this.folder = folder;
        this.port = port;
        this.options = List.copyOf(options);
        this.jvm = newJvm(folder, options);
    }

    /**
     * Formats a new log and starts a broker on it.
     *
     * @param folder an empty or missing folder for its logs, and for what it says ({@code broker.log})
     * @param port a free port for clients
     * @param controllerPort a free port for the controller
     */
    public static KafkaBrokerProcess start(Path folder, int port, int controllerPort) {
        return start(folder, port, controllerPort, SMALL);
    }

    /** As above, in a JVM with these options rather than in a small one. */
    public static KafkaBrokerProcess start(Path folder, int port, int controllerPort, List<String> options) {
        BrokerSettings.format(logs(folder), port, controllerPort);
        KafkaBrokerProcess broker = new KafkaBrokerProcess(folder, port, options);
        CatalogueTopics.create(broker.bootstrapServers(), KafkaBroker.PARTITIONS);
        return broker;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The process of now, to be watched. */
    public synchronized ProcessHandle process() {
        return jvm.process();
    }

    /** Starts it again on the logs it had. */
    public synchronized void start() {
        if (!jvm.process().isAlive()) {
            jvm = newJvm(folder, options);
        }
    }

    /** Ends it at once (SIGKILL), as a crash does; its logs stay as they are in that moment. */
    public synchronized void kill() {
        jvm.kill();
    }

    /** Stops it in good order; its logs stay. */
    public synchronized void stop() {
        jvm.close();
    }

    @Override
    public void close() {
        stop();
    }

    private static ChildJvm newJvm(Path folder, List<String> options) {
        return ChildJvm.start(
                BrokerProgram.class,
                folder.resolve("broker.log"),
                options,
                List.of(BrokerSettings.file(logs(folder)).toString()));
    }

    private static Path logs(Path folder) {
        return folder.resolve("logs");
    }
}
