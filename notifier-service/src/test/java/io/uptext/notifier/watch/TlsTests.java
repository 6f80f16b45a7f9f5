/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A stream takes the connection from the server, and leaves it its TLS. */
@Timeout(60)
class TlsTests {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void a_browser_watches_over_tls() throws Exception {
        KeyStore keys = keys();
        DisposableServer server = null;
        try (Edge edge = Edge.withOneChallenge();
                HttpClient http =
                        HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
            server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .secure(spec -> spec.sslContext(serving(keys)))
                    .route(edge.route::apply)
                    .bindNow();
            HttpResponse<Stream<String>> answer = http.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/v1/watch"))
                            .header("Authorization", "Bearer " + Story.TOKEN.reveal())
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            Iterator<String> lines = answer.body().iterator();

            assertThat(lines.next()).isEqualTo("event:state");
            edge.tell(Story.wrongPhone());
            edge.tell(Story.confirmed());

            assertThat(lines)
                    .toIterable()
                    .containsSubsequence(
                            "event:attempt",
                            "data:{\"flaw\":\"wrong_phone\"}",
                            "event:outcome",
                            "data:{\"status\":\"confirmed\"}");
        } finally {
            if (server != null) {
                server.disposeNow();
            }
        }
    }

    private static SslContext serving(KeyStore keys) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(keys, PASSWORD);
            return SslContextBuilder.forServer(factory).build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        store.setCertificateEntry("trusted", store.getCertificate("key"));
        return store;
    }
}
