/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker (KRaft, combined mode) in this JVM, on loopback, with the topics of the catalogue. */
public final class KafkaBroker implements AutoCloseable {

    /** How many partitions each topic has here. */
    public static final int PARTITIONS = 4;

    private static final Set<String> LISTS =
            Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

    private final int port;
    private final Properties settings;
    private KafkaRaftServer server;
    private boolean running;

    private KafkaBroker(int port, Properties settings) {
        this.port = port;
        this.settings = settings;
        this.server = newServer();
    }

    /**
     * Formats a new log and starts a broker on it.
     *
     * @param folder an empty or missing folder for its logs
     * @param port a free port for clients
     * @param controllerPort a free port for the controller
     */
    public static KafkaBroker start(Path folder, int port, int controllerPort) {
        return start(folder, port, controllerPort, Map.of());
    }

    /** The same, with settings of its own; listeners come beside ours. */
    static KafkaBroker start(Path folder, int port, int controllerPort, Map<String, String> more) {
        Properties settings = BrokerSettings.format(folder, port, controllerPort);
        more.forEach((name, value) ->
                settings.merge(name, value, (ours, theirs) -> LISTS.contains(name) ? ours + "," + theirs : theirs));
        KafkaBroker broker = new KafkaBroker(port, settings);
        broker.start();
        CatalogueTopics.create(broker.bootstrapServers(), PARTITIONS);
        return broker;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it again on the logs it had. */
    public synchronized void start() {
        if (!running) {
            server = newServer();
            server.startup();
            running = true;
        }
    }

    /** Stops it in good order; its logs stay. */
    public synchronized void stop() {
        if (running) {
            server.shutdown();
            server.awaitShutdown();
            running = false;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private KafkaRaftServer newServer() {
        return new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    }
}
