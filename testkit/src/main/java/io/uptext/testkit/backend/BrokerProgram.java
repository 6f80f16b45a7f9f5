/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import io.uptext.testkit.process.Lifeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** What runs in the JVM of a {@link KafkaBrokerProcess}. */
final class BrokerProgram {

    private BrokerProgram() {}

    /** Takes the file of the broker's settings. */
    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        try (var in = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(in);
        }
        Lifeline.hold(() -> {
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
            server.startup();
            return () -> {
                server.shutdown();
                server.awaitShutdown();
            };
        });
    }
}
