/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka, and how to be let in. */
public final class Broker {

    /** How long a broker may take to answer, in milliseconds. */
    public static final int PATIENCE_MILLIS = 10_000;

    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final String DEFAULT = "127.0.0.1:9092";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "A broker of the cluster, or several with commas between them (" + DEFAULT + ").")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A properties file for Kafka clients: TLS, SASL, and bootstrap.servers unless said here.")
    private @Nullable Path config;

    /**
     * What a client of any kind needs.
     *
     * @param clientId by what brokers know it
     * @throws IllegalArgumentException if the file cannot be read
     */
    public Map<String, Object> settings(String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(BOOTSTRAP, DEFAULT);
        if (config != null) {
            read(config).forEach((name, value) -> settings.put(String.valueOf(name), value));
        }
        if (bootstrapServers != null) {
            settings.put(BOOTSTRAP, bootstrapServers);
        }
        settings.put("client.id", clientId);
        settings.put("request.timeout.ms", PATIENCE_MILLIS / 2);
        return settings;
    }

    /** Where it is, for people. */
    public static String place(Map<String, Object> settings) {
        return String.valueOf(settings.get(BOOTSTRAP));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--config cannot be read: it is a properties file for Kafka clients.", e);
        }
        return properties;
    }
}
