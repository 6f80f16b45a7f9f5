/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.chaos.crowd.Place;
import io.uptext.chaos.load.Party;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** A broker, a Redis, verifiers and notifiers, each in a process of its own. */
public final class Stage implements AutoCloseable {

    /** Not a secret: it lives for a run. */
    private static final String PEPPER = Base64.getEncoder().encodeToString(new byte[32]);

    private final Path folder;
    private final KafkaBrokerProcess broker;
    private final Redis redis;
    private final List<Instance> verifiers = new ArrayList<>();
    private final List<Notifier> notifiers = new ArrayList<>();

    private Stage(Path folder) {
        this.folder = folder;
        this.broker = KafkaBrokerProcess.start(folder.resolve("kafka"), Ports.free(), Ports.free());
        this.redis = new Redis(folder.resolve("redis"));
    }

    /**
     * Starts all of them.
     *
     * @param folder for what they keep and say
     */
    public static Stage start(Path folder, Plan plan) {
        Stage stage = new Stage(folder);
        for (int number = 1; number <= plan.verifiers(); number++) {
            stage.verifiers.add(stage.verifier(plan.program(), number));
        }
        for (int number = 1; number <= plan.notifiers(); number++) {
            stage.notifiers.add(stage.notifier(number, plan.webhooks()));
        }
        try {
            stage.instances().parallel().forEach(Instance::start);
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
        return stage;
    }

    private Instance verifier(Class<?> program, int number) {
        return new Instance(
                program,
                number,
                folder.resolve("verifier-" + number + ".log"),
                "-Xmx160m",
                settings(
                        "--uptext.verifier.pepper=" + PEPPER,
                        // A text is in Kafka 3 s after it was received, or never: so long a publisher may wait for
                        // metadata
                        // and then for the acknowledgement.
                        "--uptext.verifier.expiry-grace=4s"));
    }

    private Notifier notifier(int number, Map<Party, URI> webhooks) {
        int port = Ports.free();
        String targets = webhooks.values().stream()
                .map(url -> url.resolve("/").toString().replaceFirst("/$", ""))
                .collect(Collectors.joining(","));
        return new Notifier(
                new Instance(
                        NotifierProgram.class,
                        number,
                        folder.resolve("notifier-" + number + ".log"),
                        "-Xmx256m",
                        settings(
                                "--server.port=" + port,
                                "--uptext.notifier.registry="
                                        + PartiesFile.registry(folder.resolve("relying-parties.yaml"), webhooks),
                                // All pages are on this machine.
                                "--uptext.notifier.limits.open-per-address=100000",
                                "--uptext.notifier.limits.arrivals-per-minute=1000000",
                                "--uptext.notifier.webhook-secrets="
                                        + PartiesFile.secrets(folder.resolve("webhook-secrets.yaml")),
                                "--uptext.notifier.webhooks.allow-private-targets=" + targets,
                                // A run is too short for pauses of hours.
                                "--uptext.notifier.webhooks.backoff=500ms,1s,2s,4s")),
                URI.create("http://127.0.0.1:" + port));
    }

    private List<String> settings(String... own) {
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "--uptext.redis.uri=" + redis.uri(),
                                "--server.address=127.0.0.1",
                                "--management.server.port=-1",
                                // What is not logged cannot hold a number by mistake.
                                "--logging.level.root=INFO",
                                "--logging.level.io.uptext=DEBUG"))
                .toList();
    }

    private Stream<Instance> instances() {
        return Stream.concat(verifiers.stream(), notifiers.stream().map(Notifier::instance));
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
    public List<Instance> verifiers() {
        return List.copyOf(verifiers);
    }

    /** The notifiers, to be killed. */
    public List<Notifier> notifiers() {
        return List.copyOf(notifiers);
    }

    /** Where pages can wait. */
    public List<Place> places() {
        return notifiers.stream().map(Notifier::place).toList();
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

    /** Ends the services in good order, so that the outcomes are final. */
    public void stopServices() {
        instances().parallel().forEach(Instance::close);
    }

    @Override
    public void close() {
        stopServices();
        redis.close();
        broker.close();
    }
}
