/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.platform.file.WatchedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A registry whose file changes. */
@ExtendWith(OutputCaptureExtension.class)
class RegistryTests {

    private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String ONE = "upk_one_" + SECRET;
    private static final String TWO = "upk_two_" + SECRET;
    private static final int REWRITES = 100;

    @TempDir
    private Path folder;

    @Test
    void a_change_is_taken_over_by_itself() throws IOException {
        Path file = write("ACME LOGIN", ONE);
        try (WatchedFile<RelyingParties> registry = WatchedFile.of(file, RegistryReading::read)) {
            replace(file, "ACME LOGIN", ONE, TWO);

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> registry.now().authenticate(TWO).isPresent());
            assertThat(registry.now().authenticate(ONE)).isPresent();
        }
    }

    @Test
    void a_file_that_is_being_written_is_looked_at_again() throws IOException {
        Path file = write("ACME LOGIN", ONE);
        try (WatchedFile<RelyingParties> registry = WatchedFile.read(file, RegistryReading::read)) {
            replace(file, "ACME", ONE);
            registry.look();
            assertThat(keyword(registry, ONE)).isEqualTo("ACME LOGIN");
            replace(file, "ACME NOW", ONE);
            registry.look();
            assertThat(keyword(registry, ONE)).isEqualTo("ACME LOGIN");
            registry.look();
            assertThat(keyword(registry, ONE)).isEqualTo("ACME NOW");
        }
    }

    @Test
    void a_file_that_cannot_be_used_changes_nothing_and_is_complained_of_once(CapturedOutput log) throws IOException {
        Path file = write("ACME LOGIN", ONE);
        try (WatchedFile<RelyingParties> registry = WatchedFile.read(file, RegistryReading::read)) {
            replace(file, "acme", ONE, TWO);
            look(registry, 5);

            assertThat(keyword(registry, ONE)).isEqualTo("ACME LOGIN");
            assertThat(registry.now().authenticate(TWO)).isEmpty();
            assertThat(log.getAll().split("cannot be used, its last state stays in use", -1))
                    .hasSize(2);
            assertThat(log).contains("relying-parties.acme.keyword must be 1 to 40 upper-case letters");

            replace(file, "ACME NOW", ONE);
            look(registry, 2);
            assertThat(keyword(registry, ONE)).isEqualTo("ACME NOW");
        }
    }

    @Test
    void a_file_that_is_gone_for_a_while_changes_nothing(CapturedOutput log) throws IOException {
        Path file = write("ACME LOGIN", ONE);
        try (WatchedFile<RelyingParties> registry = WatchedFile.read(file, RegistryReading::read)) {
            Files.delete(file);
            look(registry, 5);
            assertThat(keyword(registry, ONE)).isEqualTo("ACME LOGIN");
            assertThat(log.getAll().split("cannot be read \\(NoSuchFileException\\)", -1))
                    .hasSize(2);

            write("ACME NOW", ONE);
            look(registry, 2);
            assertThat(keyword(registry, ONE)).isEqualTo("ACME NOW");
        }
    }

    /** As Kubernetes mounts it: a link to a folder that is swapped for another. */
    @Test
    void a_link_that_points_elsewhere_is_a_change() throws IOException {
        Path old = Files.createDirectory(folder.resolve("..1"));
        Path now = Files.createDirectory(folder.resolve("..2"));
        Files.writeString(old.resolve("parties.yaml"), yaml("ACME LOGIN", ONE));
        Files.writeString(now.resolve("parties.yaml"), yaml("ACME NOW", ONE));
        Path data = Files.createSymbolicLink(folder.resolve("..data"), old);
        Path file = Files.createSymbolicLink(folder.resolve("parties.yaml"), data.resolve("parties.yaml"));
        try (WatchedFile<RelyingParties> registry = WatchedFile.read(file, RegistryReading::read)) {
            Path next = Files.createSymbolicLink(folder.resolve("..next"), now);
            Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
            look(registry, 2);

            assertThat(keyword(registry, ONE)).isEqualTo("ACME NOW");
        }
    }

    /** Each state has two parties with the same keyword and a number; whoever sees two numbers has seen a mixture. */
    @Test
    void nobody_sees_a_mixture_while_it_is_rewritten() throws Exception {
        Path file = write("ACME 0", ONE, TWO);
        AtomicBoolean over = new AtomicBoolean();
        try (WatchedFile<RelyingParties> registry = WatchedFile.read(file, RegistryReading::read)) {
            CompletableFuture<Long> mixtures = CompletableFuture.supplyAsync(() -> {
                long seen = 0;
                while (!over.get()) {
                    RelyingParties parties = registry.now();
                    String one = parties.authenticate(ONE).orElseThrow().party().keyword();
                    String two = parties.authenticate(TWO).orElseThrow().party().keyword();
                    seen += one.equals(two) ? 0 : 1;
                }
                return seen;
            });
            for (int i = 1; i <= REWRITES; i++) {
                // In place, so that it is half written at times.
                Files.writeString(file, yaml("ACME " + i, ONE, TWO));
                look(registry, 2);
                assertThat(keyword(registry, ONE)).isEqualTo("ACME " + i);
            }
            over.set(true);
            assertThat(mixtures.get()).isZero();
        }
    }

    @Test
    void without_a_file_that_can_be_used_there_is_no_start() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> WatchedFile.of(missing, RegistryReading::read))
                .hasMessage(missing + " cannot be read: NoSuchFileException");

        Path wrong = write("acme", ONE);
        assertThatThrownBy(() -> WatchedFile.of(wrong, RegistryReading::read))
                .hasMessageStartingWith(wrong + " cannot be used:\nrelying-parties.acme.keyword must be");
    }

    private static void look(WatchedFile<RelyingParties> registry, int times) {
        for (int i = 0; i < times; i++) {
            registry.look();
        }
    }

    private static String keyword(WatchedFile<RelyingParties> registry, String key) {
        return registry.now().authenticate(key).orElseThrow().party().keyword();
    }

    private Path write(String keyword, String... keys) throws IOException {
        return Files.writeString(folder.resolve("registry.yaml"), yaml(keyword, keys));
    }

    private void replace(Path file, String keyword, String... keys) throws IOException {
        Path next = Files.writeString(folder.resolve("next.yaml"), yaml(keyword, keys));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String yaml(String keyword, String... keys) {
        List<String> entries = Stream.of(keys)
                .map(key -> ApiKey.parse(key).orElseThrow())
                .map(key -> "{id: " + key.id() + ", hash: \"" + key.hash() + "\"}")
                .toList();
        return """
                relying-parties:
                  acme:
                    keyword: %s
                    destination: "50500"
                    keys: %s
                """.formatted(keyword, entries);
    }
}
