/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.notifier.NotifierService;
import io.uptext.notifier.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole notifier on a registry that can be changed. */
final class Notifier implements AutoCloseable {

    private final Path registry;
    private final List<String> arguments;
    private ConfigurableApplicationContext application;

    private Notifier(Path registry, List<String> arguments) {
        this.registry = registry;
        this.arguments = arguments;
        this.application = run();
    }

    static Notifier start(String kafka, Path folder, List<Party> parties, String... more) {
        Path registry = folder.resolve("relying-parties.yaml");
        write(registry, parties);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--server.shutdown=immediate",
                "--spring.jmx.enabled=false",
                "--management.server.port=-1",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--uptext.notifier.registry=" + registry.toAbsolutePath()));
        for (String each : more) {
            arguments.add("--" + each);
        }
        return new Notifier(registry, arguments);
    }

    private ConfigurableApplicationContext run() {
        return NotifierService.application().registerShutdownHook(false).run(arguments.toArray(String[]::new));
    }

    /** As a pod is replaced; it listens elsewhere then. */
    void restart() {
        application.close();
        application = run();
    }

    void registry(List<Party> parties) {
        write(registry, parties);
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
    }

    URI events(String query) {
        return URI.create("http://127.0.0.1:" + port() + "/v1/events" + query);
    }

    int streams() {
        return application.getBean(Streams.class).count();
    }

    private static void write(Path registry, List<Party> parties) {
        try {
            Files.writeString(registry, Party.yaml(parties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
