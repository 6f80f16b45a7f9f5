/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Certificates for tests, made by the JDK's keytool: an authority, an issuer under it, and what it has issued, good and bad; and
 * another authority that nobody trusts.
 */
final class SnsTestKeys {

    /** Where the good certificate says that its issuer's is. */
    static final String ISSUER_ADDRESS = "http://crt.r2m01.amazontrust.com/r2m01.cer";

    static final String GOOD = "good";
    static final String EXPIRED = "expired";
    static final String NOT_YET = "not-yet";
    static final String OTHER_NAME = "other-name";
    static final String TWO_NAMES = "two-names";
    static final String STRANGER = "stranger";
    static final String OTHER_ISSUER_ADDRESS = "other-issuer-address";

    private static final String PASSWORD = "test-keys";
    private static final KeyStore KEYS =
            make(Path.of("target", "sns-test-keys-" + ProcessHandle.current().pid() + ".p12"));

    private SnsTestKeys() {}

    private static KeyStore make(Path file) {
        try {
            Files.deleteIfExists(file);
            String address = "AIA=caIssuers:URI:" + ISSUER_ADDRESS;
            key(file, "authority", "CN=Test Authority", "-ext", "BC:c=ca:true");
            key(file, "issuer", "CN=Test Issuer", "-signer", "authority", "-ext", "BC:c=ca:true,pathlen:0");
            key(file, GOOD, "CN=sns.amazonaws.com", "-signer", "issuer", "-ext", address);
            key(
                    file,
                    EXPIRED,
                    "CN=sns.amazonaws.com",
                    "-signer",
                    "issuer",
                    "-ext",
                    address,
                    "-startdate",
                    "2025/01/01",
                    "-validity",
                    "30");
            key(
                    file,
                    NOT_YET,
                    "CN=sns.amazonaws.com",
                    "-signer",
                    "issuer",
                    "-ext",
                    address,
                    "-startdate",
                    "2027/01/01");
            key(file, OTHER_NAME, "CN=sns.example.com", "-signer", "issuer", "-ext", address);
            key(file, TWO_NAMES, "CN=sns.example.com, CN=sns.amazonaws.com", "-signer", "issuer", "-ext", address);
            key(
                    file,
                    OTHER_ISSUER_ADDRESS,
                    "CN=sns.amazonaws.com",
                    "-signer",
                    "issuer",
                    "-ext",
                    "AIA=caIssuers:URI:http://169.254.169.254/r2m01.cer");
            key(file, "other-authority", "CN=Other Authority", "-ext", "BC:c=ca:true");
            key(file, STRANGER, "CN=sns.amazonaws.com", "-signer", "other-authority", "-ext", address);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            return keys;
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException("no keys for this test", e);
        }
    }

    private static void key(Path file, String alias, String name, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        if (!List.of(more).contains("-startdate")) {
            command.addAll(List.of("-startdate", "2026/01/01"));
        }
        if (!List.of(more).contains("-validity")) {
            command.addAll(List.of("-validity", "365"));
        }
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool has made no key " + alias);
        }
    }

    static PrivateKey key(String alias) {
        try {
            return (PrivateKey) KEYS.getKey(alias, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of a key alone, as SNS publishes its own. */
    static byte[] pem(String alias) {
        return pem(chain(alias).subList(0, 1));
    }

    /** The certificate of a key, its issuer's, and so on. */
    static byte[] pemWithIssuers(String alias) {
        return pem(chain(alias));
    }

    /** The certificate of the issuer, in DER. */
    static byte[] issuer() {
        try {
            return chain("issuer").getFirst().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who is trusted. */
    static Set<TrustAnchor> anchors() {
        return Set.of(new TrustAnchor((X509Certificate) chain("authority").getFirst(), null));
    }

    private static List<Certificate> chain(String alias) {
        try {
            return List.of(KEYS.getCertificateChain(alias));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(List<Certificate> certificates) {
        StringBuilder pem = new StringBuilder();
        for (Certificate certificate : certificates) {
            try {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return pem.toString().getBytes(US_ASCII);
    }
}
