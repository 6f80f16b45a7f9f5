/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A connector by mTLS knows its provider by one certificate, whoever else the authority has certified. */
class MutualTlsTests {

    private static Certificates certificates;
    private static Certificates strangers;
    private static DoorsOnPort doors;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "certificates-");
        certificates = Certificates.authority(folder.resolve("ours"))
                .certify("server", "-ext", "san=ip:127.0.0.1")
                .certify("provider")
                .certify("successor")
                .certify("somebody")
                .certify("expired", "-startdate", "-3d", "-validity", "1");
        strangers = Certificates.authority(folder.resolve("theirs")).certify("provider");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.ssl.key-store=" + certificates.file(Certificates.KEYS),
                "--server.ssl.key-store-password=" + Certificates.PASSWORD,
                "--server.ssl.key-alias=server",
                "--server.ssl.trust-store=" + certificates.file(Certificates.TRUST),
                "--server.ssl.trust-store-password=" + Certificates.PASSWORD,
                "--server.ssl.client-auth=want"));
        arguments.addAll(DoorsOnPort.connector(
                "by-certificate",
                "provider=africastalking",
                "authentication=mtls",
                "client-certificates[0]=" + certificates.fingerprint("provider"),
                "client-certificates[1]="
                        + certificates.fingerprint("successor").replace(":", "")));
        doors = new DoorsOnPort(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        doors.close();
    }

    @Test
    void aCertificateThatIsConfiguredPasses() throws Exception {
        assertThat(deliver(certificates, "provider")).isEqualTo(200);
        assertThat(deliver(certificates, "successor")).isEqualTo(200);
        assertThat(doors.sink().all()).hasSize(2);
    }

    @Test
    void anotherCertificateOfTheSameAuthorityDoesNot() throws Exception {
        assertThat(deliver(certificates, "somebody")).isEqualTo(401);
    }

    @Test
    void noCertificateDoesNot() throws Exception {
        assertThat(deliver(certificates, "")).isEqualTo(401);
    }

    @Test
    void aHeaderThatNamesACertificateDoesNot() throws Exception {
        String fingerprint = certificates.fingerprint("provider");

        assertThat(deliver(
                        certificates,
                        "",
                        "X-Forwarded-Client-Cert",
                        "Hash=" + fingerprint.replace(":", ""),
                        "X-SSL-Client-Fingerprint",
                        fingerprint))
                .isEqualTo(401);
    }

    @Test
    void theServersOwnCertificateDoesNot() throws Exception {
        assertThat(deliver(certificates, "server")).isEqualTo(401);
    }

    @Test
    void oneThatHasExpiredDoesNotEvenConnect() {
        assertThatThrownBy(() -> deliver(certificates, "expired")).isInstanceOf(IOException.class);
    }

    @Test
    void oneOfAnotherAuthorityDoesNotEvenConnect() {
        assertThatThrownBy(() -> deliver(strangers, "provider")).isInstanceOf(IOException.class);
    }

    private static int deliver(Certificates of, String name, String... headers) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(certificates.tls(of, name)).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("https://127.0.0.1:" + doors.port() + "/v1/inbound/by-certificate"))
                    .header("Content-Type", Delivery.FORM)
                    .POST(HttpRequest.BodyPublishers.ofString(Delivery.form()));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
