/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.tests;

import static org.awaitility.Awaitility.await;

import io.uptext.quickstart.Addresses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A sample site in a process of its own, on its own class path, told what {@code ./uptext site} tells it.
 *
 * @param url where it is
 */
record Site(Process process, String url) implements AutoCloseable {

    static Site start(Kind kind) {
        return start(kind, kind.port, "acme", Uptext.STACK.secrets().acmeKey());
    }

    /** One that ends a sign-in when a wrong phone has the text. */
    static Site strict(Kind kind) {
        return start(kind, kind.strictPort, "other", Uptext.STACK.secrets().otherKey());
    }

    private static Site start(Kind kind, int port, String relyingParty, String apiKey) {
        String json = "{\"challengeService\":\"%s\",\"apiKeys\":{\"acme\":\"%s\"}}"
                .formatted(Addresses.url(Uptext.STACK.addresses().challenge()), apiKey);
        Path target = Path.of("..", kind.module, "target");
        try {
            ProcessBuilder program = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Xmx256m",
                    "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                    "-cp",
                    target.resolve("classes") + File.pathSeparator + Files.readString(target.resolve("classpath")),
                    kind.program,
                    "--server.port=" + port,
                    "--server.forward-headers-strategy=native",
                    "--uptext.relying-party=" + relyingParty));
            program.environment().put("SPRING_APPLICATION_JSON", json);
            program.redirectErrorStream(true)
                    .redirectOutput(Path.of("target", kind.module + "-" + relyingParty + ".log")
                            .toFile());
            Process process = program.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Site site = new Site(process, Addresses.url(port));
            await().atMost(Duration.ofSeconds(60)).until(site::isUp);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException("the site cannot be started", e);
        }
    }

    private boolean isUp() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the site has ended with " + process.exitValue() + "; its log is in target");
        }
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(url + "/"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
