/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.challenge.ChallengeService;
import io.uptext.inbound.InboundSmsService;
import io.uptext.notifier.NotifierService;
import io.uptext.quickstart.acme.Acme;
import io.uptext.quickstart.phone.Phone;
import io.uptext.quickstart.web.PageServer;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final List<Path> config;
    private final Consumer<String> progress;
    private Runnable stopKafka = () -> {};
    private String kafka = "";
    private String redis = "";

    private Stack(Addresses addresses, List<Path> config, Consumer<String> progress) {
        this.addresses = addresses;
        this.config = List.copyOf(config);
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
        return start(folder, addresses, config, progress, Services.UNCHANGED);
    }

    /** As above, with services changed, for tests that hold their clock or randomness. */
    static Stack start(
            Path folder, Addresses addresses, List<Path> config, Consumer<String> progress, Services services) {
        Stack stack = new Stack(addresses, config, progress);
        try {
            stack.startAll(folder, services);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll(Path folder, Services services) {
        KafkaBroker broker = keep(
                "Kafka broker (KRaft)", () -> KafkaBroker.start(folder.resolve("kafka"), Ports.free(), Ports.free()));
        RedisServer server = keep("Redis", () -> RedisServer.start(folder.resolve("redis"), Ports.free()));
        stopKafka = broker::stop;
        kafka = broker.bootstrapServers();
        redis = server.uri();
        service("challenge-service", services.challenge(ChallengeService.application()), challengeSettings(folder));
        service("inbound-sms-service", InboundSmsService.application(), inboundSettings());
        service("verifier-service", VerifierService.application(), verifierSettings());
        service("notifier-service", NotifierService.application(), notifierSettings(addresses.notifier()));
        keep("Acme, the demo site", this::acme);
        keep("Phone simulator", () -> PageServer.start(addresses.phone(), "pages/phone", "", phone.routes()));
    }

    private PageServer acme() {
        Acme acme = new Acme(
                http, Addresses.url(addresses.challenge()), secrets.acmeKey(), Addresses.url(addresses.phone()) + "/");
        return PageServer.start(addresses.acme(), "pages/acme", Addresses.url(addresses.notifier()), acme.routes());
    }

    private List<String> challengeSettings(Path folder) {
        return List.of(
                "server.port=" + addresses.challenge(),
                "uptext.challenge.pepper=" + secrets.pepper(),
                "uptext.challenge.watch-url=" + addresses.watchUrl(),
                "uptext.challenge.registry=" + DemoRegistry.write(folder, secrets).toAbsolutePath());
    }

    private List<String> inboundSettings() {
        List<String> settings = new ArrayList<>(List.of(
                "server.port=" + addresses.inbound(),
                "management.server.port=-1",
                "uptext.redis.uri=" + redis,
                "uptext.inbound.pepper=" + secrets.pepper()));
        settings.addAll(connector(Phone.TWILIO, "twilio", secrets.twilioToken()));
        settings.addAll(connector(Phone.GENERIC, "generic", secrets.genericSecret()));
        settings.addAll(operator());
        for (int i = 0; i < config.size(); i++) {
            settings.add("spring.config.additional-location[" + i + "]=file:"
                    + config.get(i).toAbsolutePath());
        }
        return settings;
    }

    private List<String> connector(String id, String provider, String secret) {
        String connector = "uptext.inbound.connectors." + id + ".";
        return List.of(
                connector + "provider=" + provider,
                connector + "secrets[0]=" + secret,
                connector + "destinations[0]=50500",
                connector + "route-trust=T2",
                connector + "public-url=" + Addresses.url(addresses.inbound()) + "/v1/inbound/" + id);
    }

    /** A bind at an SMSC, if there comes to be one: whoever starts one waits no longer than a moment. */
    private List<String> operator() {
        String connector = "uptext.inbound.connectors." + OPERATOR + ".";
        return List.of(
                connector + "provider=smpp",
                connector + "secrets[0]=" + secrets.smscPassword(),
                connector + "destinations[0]=50500",
                connector + "route-trust=T3",
                connector + "smpp.smscs[0]=127.0.0.1:" + addresses.smsc(),
                connector + "smpp.system-id=uptext",
                connector + "smpp.reconnect-most=1s",
                connector + "smpp.refused-pause=2s");
    }

    private List<String> verifierSettings() {
        return List.of(
                "management.server.port=-1", "uptext.redis.uri=" + redis, "uptext.verifier.pepper=" + secrets.pepper());
    }

    private List<String> notifierSettings(int port) {
        return List.of("server.port=" + port, "uptext.notifier.origins[0]=" + Addresses.url(addresses.acme()));
    }

    /** Starts one more notifier, as a second pod would be. */
    int secondNotifier() {
        int port = Ports.free();
        service("second notifier-service", NotifierService.application(), notifierSettings(port));
        return port;
    }

    private void service(String name, SpringApplicationBuilder application, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.jmx.enabled=false",
                "--server.shutdown=immediate"));
        settings.forEach(setting -> arguments.add("--" + setting));
        keep(name, () -> running(application.registerShutdownHook(false), arguments));
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

    /** Where everything listens. */
    public Addresses addresses() {
        return addresses;
    }

    DemoSecrets secrets() {
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
