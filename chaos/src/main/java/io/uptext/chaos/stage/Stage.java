/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** A broker, a Redis and verifiers, each in a process of its own. */
public final class Stage implements AutoCloseable {

    /** Not a secret: it lives for a run. */
    private static final String PEPPER = Base64.getEncoder().encodeToString(new byte[32]);

    private final Path folder;
    private final KafkaBrokerProcess broker;
    private final Redis redis;
    private final List<Verifier> verifiers = new ArrayList<>();

    private Stage(Path folder) {
        this.folder = folder;
        this.broker = KafkaBrokerProcess.start(folder.resolve("kafka"), Ports.free(), Ports.free());
        this.redis = new Redis(folder.resolve("redis"));
    }

    /**
     * Starts all of them.
     *
     * @param folder for what they keep and say
     * @param program what a verifier is: {@link VerifierProgram}, or one that is wrong on purpose
     * @param verifiers how many
     */
    public static Stage start(Path folder, Class<?> program, int verifiers) {
        Stage stage = new Stage(folder);
        for (int number = 1; number <= verifiers; number++) {
            stage.verifiers.add(
                    new Verifier(program, number, folder.resolve("verifier-" + number + ".log"), stage.settings()));
        }
        try {
            stage.verifiers.parallelStream().forEach(Verifier::start);
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
        return stage;
    }

    private List<String> settings() {
        return List.of(
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--uptext.redis.uri=" + redis.uri(),
                "--uptext.verifier.pepper=" + PEPPER,
                // A text is in Kafka 3 s after it was received, or never: so long a publisher may wait for metadata and
                // then for the acknowledgement.
                "--uptext.verifier.expiry-grace=4s",
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                // What is not logged cannot hold a number by mistake.
                "--logging.level.root=INFO",
                "--logging.level.io.uptext=DEBUG");
    }

    /** What the keys are made with. */
    public Pepper pepper() {
        return new Pepper(PEPPER);
    }

    /** The broker, to be killed. */
    public KafkaBrokerProcess broker() {
        return broker;
    }

    /** Redis, to be killed. */
    public Redis redis() {
        return redis;
    }

    /** The verifiers, to be killed. */
    public List<Verifier> verifiers() {
        return List.copyOf(verifiers);
    }

    /** Clients of the broker. */
    public KafkaClients clients() {
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(broker.bootstrapServers()));
        return new KafkaClients(properties);
    }

    /** All that was logged. */
    public List<Path> logs() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.toString().endsWith(".log"))
                    // Kafka's own data are called so, too.
                    .filter(each -> !each.startsWith(folder.resolve("kafka").resolve("logs")))
                    .toList();
        }
    }

    /** Ends the verifiers in good order, so that the outcomes are final. */
    public void stopVerifiers() {
        verifiers.parallelStream().forEach(Verifier::close);
    }

    @Override
    public void close() {
        stopVerifiers();
        redis.close();
        broker.close();
    }
}
