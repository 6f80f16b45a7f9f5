/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTests {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void a_message_is_delivered_over_tls_to_an_esme_with_a_certificate_and_to_no_other() throws Exception {
        KeyStore keys = keys();
        SSLContext tls = context(keys, true);
        SmscSettings settings =
                SmscSettings.builder().tls(tls).wantsCertificate(true).build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings)) {
            try (TestEsme esme = connect(tls, smsc.port())) {
                assertThat(esme.bind(1, "uptext", "secret", 0x34).status()).isZero();
                var outcome = smsc.deliver(MobileMessage.of("+46701234567", "50500", "x"));
                esme.accept();
                assertThat(outcome.get(10, TimeUnit.SECONDS).isAccepted()).isTrue();
            }
            try (TestEsme esme = connect(context(keys, false), smsc.port())) {
                assertThatThrownBy(() -> esme.bind(1, "uptext", "secret", 0x34)).isInstanceOf(IOException.class);
            }
        }
    }

    private static TestEsme connect(SSLContext context, int port) throws IOException {
        return new TestEsme(context.getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    private static SSLContext context(KeyStore store, boolean hasKey) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(hasKey ? keys.getKeyManagers() : new KeyManager[0], trust.getTrustManagers(), null);
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
