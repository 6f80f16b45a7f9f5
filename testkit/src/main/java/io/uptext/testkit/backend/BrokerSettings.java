/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** How one broker is set up that is its own controller, with everything small and quick. */
final class BrokerSettings {

    private static final List<String> INTERNAL_TOPICS =
            List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic");

    private BrokerSettings() {}

    /** Formats an empty or missing folder for the logs of such a broker, and writes its settings beside it. */
    static Properties format(Path folder, int port, int controllerPort) {
        Properties settings = settings(folder, port, controllerPort);
        try {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(file(folder))) {
                settings.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's folder cannot be written", e);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {
            "format", "-t", Uuid.randomUuid().toString(), "-c", file(folder).toString()
        };
        if (StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(
                    "Kafka's log could not be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
        return settings;
    }

    /** Where the settings for a folder are. */
    static Path file(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".properties");
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
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
                // Kafka's 45 s: so long the partitions of a consumer that was killed belong to nobody.
                Map.entry("group.consumer.session.timeout.ms", "6000"),
                Map.entry("group.consumer.min.session.timeout.ms", "6000"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("log.cleaner.enable", "false")));
        for (String internal : INTERNAL_TOPICS) {
            settings.put(internal + ".num.partitions", "4");
            settings.put(internal + ".replication.factor", "1");
            if (!internal.startsWith("offsets")) {
                settings.put(internal + ".min.isr", "1");
            }
        }
        return settings;
    }
}
