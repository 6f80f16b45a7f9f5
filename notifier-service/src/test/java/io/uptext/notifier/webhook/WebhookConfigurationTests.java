/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.file.WatchedFile;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The sender as the service has it: by its settings, its file and the registry. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookConfigurationTests {

    private static final String REGISTRY = """
            relying-parties:
              acme:
                keyword: ACME LOGIN
                destination: "50500"
                webhooks:
                  - id: outcomes
                    url: https://hooks.acme.example/?token=a1b2
                  - id: local
                    url: http://127.0.0.1:PORT/?token=a1b2
                oauth-clients: [{id: acme-backend}]
            """;

    @TempDir
    private Path folder;

    private ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(WebhookConfiguration.class);
    private WatchedFile<RelyingParties> registry;

    @BeforeEach
    void readRegistry() throws Exception {
        register(1);
        context = context.withBean(Clock.class, Clock::systemUTC).withBean(WatchedFile.class, () -> registry);
    }

    private void register(int port) throws Exception {
        Path file = Files.writeString(folder.resolve("registry.yaml"), REGISTRY.replace("PORT", "" + port));
        registry = WatchedFile.read(file, RegistryReading::read);
    }

    @Test
    void without_a_file_no_webhook_is_called_and_the_start_says_so_once_for_each(CapturedOutput output) {
        context.run(started -> {
            Sender sender = started.getBean(Sender.class);
            Target target = target("outcomes");
            assertThat(sender.canSign(target)).isFalse();
            assertThat(Sending.send(sender, target)).isEqualTo(new Attempt.Failed(Flaw.NO_SECRET));
            assertThat(output.getAll())
                    .containsOnlyOnce("The webhook acme/outcomes has no secret and is not called")
                    .containsOnlyOnce("The webhook acme/local has no secret and is not called")
                    .doesNotContain("a1b2", "hooks.acme.example", "allow-private-targets");
        });
    }

    @Test
    void with_a_secret_and_leave_a_developer_is_called(CapturedOutput output) throws Exception {
        try (Receiver receiver = Receiver.of(Receiver.answering(Receiver.OK))) {
            register(receiver.port());
            secrets("local: [" + Sending.SECRET + "]");
            context.withPropertyValues(
                            "uptext.notifier.webhook-secrets=" + folder.resolve("secrets.yaml"),
                            "uptext.notifier.webhooks.allow-private-targets=" + receiver.origin())
                    .run(started -> {
                        Sender sender = started.getBean(Sender.class);
                        assertThat(sender.canSign(target("local"))).isTrue();
                        assertThat(sender.canSign(target("outcomes"))).isFalse();
                        assertThat(Sending.send(sender, target("local"))).isEqualTo(new Attempt.Delivered(200));
                        assertThat(output.getAll())
                                .contains("Webhooks may call this very machine without TLS, at [" + receiver.origin())
                                .contains("secrets.yaml holds the keys of 1 webhooks")
                                .doesNotContain(Sending.SECRET);
                    });
        }
    }

    @Test
    void a_secret_alone_does_not_open_this_machine() throws Exception {
        try (Receiver receiver = Receiver.of(Receiver.answering(Receiver.OK))) {
            register(receiver.port());
            secrets("local: [" + Sending.SECRET + "]");
            context.withPropertyValues("uptext.notifier.webhook-secrets=" + folder.resolve("secrets.yaml"))
                    .run(started -> assertThat(Sending.send(started.getBean(Sender.class), target("local")))
                            .isEqualTo(new Attempt.Failed(Flaw.FORBIDDEN_ADDRESS)));
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void a_file_that_cannot_be_used_ends_the_start() throws Exception {
        secrets("local: [whsec_x!y]");
        context.withPropertyValues("uptext.notifier.webhook-secrets=" + folder.resolve("secrets.yaml"))
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("webhook-secrets.acme.local must have keys that are base64")
                        .hasMessageNotContaining("x!y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.acme.example",
                "http://10.0.0.1:9000",
                "http://127.0.0.1:9000/",
                "http://127.0.0.1:99999",
                "127.0.0.1:9000",
                "*",
            })
    void only_this_machine_can_be_allowed(String origin) {
        context.withPropertyValues("uptext.notifier.webhooks.allow-private-targets=" + origin)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("uptext.notifier.webhooks.allow-private-targets are origins of this"));
    }

    /** As the service logs. The names of hosts and the URLs of webhooks are in messages of the libraries. */
    @Test
    void nothing_that_fails_logs_where_it_was_to_go(CapturedOutput output) throws Exception {
        YamlFile.read(Files.readAllBytes(Path.of("src/main/resources/notifier-service.yaml")))
                .path("logging")
                .path("level")
                .properties()
                .forEach(level -> LoggingSystem.get(getClass().getClassLoader())
                        .setLogLevel(
                                level.getKey(),
                                LogLevel.valueOf(level.getValue().asString())));
        int closed;
        try (Receiver receiver = Receiver.of((_, socket) -> socket.setSoLinger(true, 0))) {
            register(receiver.port());
            closed = receiver.port();
            secrets("local: [" + Sending.SECRET + "]\n    outcomes: [whsec_" + "B".repeat(32) + "]");
            context.withPropertyValues(
                            "uptext.notifier.webhook-secrets=" + folder.resolve("secrets.yaml"),
                            "uptext.notifier.webhooks.allow-private-targets=" + receiver.origin())
                    .run(started -> {
                        Sender sender = started.getBean(Sender.class);
                        assertThat(Sending.send(sender, target("local"))).isEqualTo(new Attempt.Failed(Flaw.CLOSED));
                        // There is no such name, or no name server, or none in time.
                        assertThat(Sending.send(sender, target("outcomes"))).isInstanceOf(Attempt.Failed.class);
                    });
        }
        assertThat(output.getAll().lines().filter(line -> !line.contains("allow-private-targets")))
                .noneMatch(line -> line.contains("a1b2") || line.contains("hooks.acme") || line.contains(":" + closed));
    }

    private Target target(String id) {
        return registry.now().all().stream()
                .flatMap(party -> party.webhooks().stream().map(webhook -> new Target(party.id(), webhook)))
                .filter(target -> target.webhook().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void secrets(String webhooks) throws Exception {
        Files.write(
                folder.resolve("secrets.yaml"), ("webhook-secrets:\n  acme:\n    " + webhooks + "\n").getBytes(UTF_8));
    }
}
