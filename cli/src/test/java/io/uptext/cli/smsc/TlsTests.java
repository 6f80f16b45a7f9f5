/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TlsTests {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void a_text_is_delivered_over_tls() throws Exception {
        Path keystore = keystore();
        Map<String, String> variables = Map.of("UPTEXT_KEYSTORE_PASSWORD", PASSWORD);
        SmscRun run = SmscRun.in(
                new Surroundings(Clock.systemUTC(), variables, false), "--tls-keystore", keystore.toString());
        try (Receiver _ = Receiver.over(trusting(keystore), run.port())) {
            assertThat(run.code()).as(run.err()).isZero();
        }
    }

    private static SocketFactory trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("smsc", keys.getCertificate("smsc"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private Path keystore() throws Exception {
        Path file = folder.resolve("smsc.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smsc",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }
}
