/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import io.uptext.contracts.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker (KRaft, combined mode) in this JVM, on loopback, with the topics of the catalogue. */
public final class KafkaBroker implements AutoCloseable {

    /** How many partitions each topic has here. */
    public static final int PARTITIONS = 4;

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
        KafkaBroker broker = new KafkaBroker(port, format(folder, port, controllerPort));
        broker.start();
        broker.createTopics();
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

    private void createTopics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), PARTITIONS, (short) 1));
            topics.add(new NewTopic(topic.deadLetterTopicName(), PARTITIONS, (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        }
    }

    private static Properties format(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.toAbsolutePath().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
                Map.entry("group.consumer.min.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("log.cleaner.enable", "false")));
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".num.partitions", "4");
            settings.put(internal + ".replication.factor", "1");
            if (!internal.startsWith("offsets")) {
                settings.put(internal + ".min.isr", "1");
            }
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolveSibling(folder.getFileName() + ".properties");
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
            if (StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
                throw new IllegalStateException(
                        "Kafka's log could not be formatted: " + said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's folder cannot be written", e);
        }
        return settings;
    }
}
