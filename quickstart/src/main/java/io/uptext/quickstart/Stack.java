/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.challenge.ChallengeService;
import io.uptext.inbound.InboundSmsService;
import io.uptext.notifier.NotifierService;
import io.uptext.quickstart.phone.Phone;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.verifier.VerifierService;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Broker, Redis, the four services as four isolated contexts, the demo site and the phone, in this process.
 *
 * <p>Closing it ends all in the opposite order, also when only some of it had started.
 */
public final class Stack implements AutoCloseable {

    /** The connector that binds at an SMSC. */
    static final String OPERATOR = "operator";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Addresses addresses;
    private final DemoSecrets secrets = DemoSecrets.draw(new SecureRandom());
    private final Phone phone;
    private final Path folder;
    private final Settings settings;
    private final Consumer<String> progress;
    private Runnable stopKafka = () -> {};
    private @Nullable RedisServer redisServer;
    private @Nullable ConfigurableApplicationContext notifier;
    private String kafka = "";
    private String redis = "";

    private Stack(
            Path folder, Addresses addresses, List<Path> config, List<String> origins, Consumer<String> progress) {
        this.folder = folder;
        this.addresses = addresses;
        this.settings = new Settings(folder, addresses, secrets, config, origins);
        this.progress = progress;
        this.phone = new Phone(
                http,
                Addresses.url(addresses.inbound()),
                secrets.twilioToken(),
                secrets.genericSecret(),
                Clock.systemUTC());
    }

    /**
     * Starts everything.
     *
     * @param folder for the broker's and Redis's files; nothing is written elsewhere
     * @param config files with configuration for inbound-sms-service
     * @param progress is told each step
     */
    public static Stack start(Path folder, Addresses addresses, List<Path> config, Consumer<String> progress) {
        return start(folder, addresses, config, List.of(), progress);
    }

    /** As above, with the origins of more pages of Acme's. */
    public static Stack start(
            Path folder, Addresses addresses, List<Path> config, List<String> origins, Consumer<String> progress) {
        return started(new Stack(folder, addresses, config, origins, progress), Services.UNCHANGED);
    }

    /** As above, with services changed, for tests that hold their clock or randomness. */
    static Stack start(
            Path folder,
            Addresses addresses,
            List<Path> config,
            List<String> origins,
            Consumer<String> progress,
            Services services) {
        return started(new Stack(folder, addresses, config, origins, progress), services);
    }

    private static Stack started(Stack stack, Services services) {
        try {
            stack.startAll(services);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll(Services services) {
        KafkaBroker broker = keep(
                "Kafka broker (KRaft)", () -> KafkaBroker.start(folder.resolve("kafka"), Ports.free(), Ports.free()));
        RedisServer server = keep("Redis", () -> RedisServer.start(folder.resolve("redis"), Ports.free()));
        stopKafka = broker::stop;
        kafka = broker.bootstrapServers();
        redisServer = server;
        redis = server.uri();
        settings.writeFiles();
        service(
                "challenge-service",
                services.challenge(ChallengeService.application()),
                settings.challenge(addresses.challenge(), redis));
        service("inbound-sms-service", InboundSmsService.application(), settings.inbound(redis));
        service("verifier-service", VerifierService.application(), settings.verifier(redis));
        notifier = notifier("notifier-service", addresses.notifier(), Map.of());
        Sites sites = new Sites(http, addresses);
        keep("Acme, the demo site", () -> sites.acme(secrets.acmeKey()));
        keep("Swagger UI", sites::api);
        keep("Phone simulator", () -> sites.phone(phone));
    }

    /**
     * Starts one more challenge-service, as a second pod would be.
     *
     * @param more what it is told beside what the first is told
     */
    int secondChallenge(String... more) {
        int port = Ports.free();
        List<String> all = new ArrayList<>(settings.challenge(port, redis));
        all.addAll(List.of(more));
        service("second challenge-service", ChallengeService.application(), all);
        return port;
    }

    Settings settings() {
        return settings;
    }

    /** Starts one more notifier, as a second pod would be. */
    int secondNotifier() {
        int port = Ports.free();
        var _ = oldNotifier(port, Map.of());
        return port;
    }

    /** The same as a pod of an older version, to be stopped; {@code more} is beside or instead of what the first is told. */
    ConfigurableApplicationContext oldNotifier(int port, Map<String, String> more) {
        return notifier("one more notifier-service", port, more);
    }

    /** Ends the notifier and starts it again where it was, as a pod is replaced. */
    void restartNotifier() {
        Objects.requireNonNull(notifier).close();
        notifier = notifier("notifier-service again", addresses.notifier(), Map.of());
    }

    private ConfigurableApplicationContext notifier(String name, int port, Map<String, String> more) {
        List<String> all = new ArrayList<>(settings.notifier(port, redis));
        all.removeIf(setting -> more.containsKey(setting.substring(0, setting.indexOf('='))));
        more.forEach((key, value) -> all.add(key + "=" + value));
        return service(name, NotifierService.application(), all);
    }

    private ConfigurableApplicationContext service(
            String name, SpringApplicationBuilder application, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.jmx.enabled=false",
                "--server.shutdown=immediate"));
        settings.forEach(setting -> arguments.add("--" + setting));
        return keep(name, () -> running(application.registerShutdownHook(false), arguments));
    }

    private static ConfigurableApplicationContext running(
            SpringApplicationBuilder application, List<String> arguments) {
        return application.run(arguments.toArray(String[]::new));
    }

    private <T extends AutoCloseable> T keep(String name, Supplier<T> start) {
        progress.accept(name);
        T started = start.get();
        running.push(started);
        return started;
    }

    /** Takes Kafka away, as an outage does. */
    void stopKafka() {
        stopKafka.run();
    }

    /** Takes Redis away with all that it knows. */
    void killRedis() {
        redisServer().kill();
    }

    /** Brings an empty Redis to where it was. */
    void restartRedis() {
        int port = redisServer().port();
        redisServer = keep("Redis again", () -> RedisServer.start(folder.resolve("redis"), port));
    }

    RedisServer redisServer() {
        return Objects.requireNonNull(redisServer);
    }

    /** Where everything listens. */
    public Addresses addresses() {
        return addresses;
    }

    /** What this run has drawn. */
    public DemoSecrets secrets() {
        return secrets;
    }

    /** The phone, whose texts come through real signed webhooks. */
    public Phone phone() {
        return phone;
    }

    HttpClient http() {
        return http;
    }

    String kafka() {
        return kafka;
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.getLogger("io.uptext.quickstart").log(System.Logger.Level.WARNING, "Something did not stop", e);
            }
        }
        http.shutdownNow();
    }
}
