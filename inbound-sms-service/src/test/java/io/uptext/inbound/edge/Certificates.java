/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** An authority of our own, and those whom it certifies, made by the JDK's keytool. */
final class Certificates {

    static final String PASSWORD = "changeit";
    static final String KEYS = "keys.p12";
    static final String TRUST = "trust.p12";

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes an authority in an empty folder. */
    static Certificates authority(Path folder) throws Exception {
        Files.createDirectories(folder);
        Certificates authority = new Certificates(folder);
        authority.generate("ca", "-ext", "bc:c");
        authority.keytool("-exportcert", "-alias", "ca", "-keystore", KEYS, "-rfc", "-file", "ca.pem");
        authority.keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", TRUST, "-file", "ca.pem");
        return authority;
    }

    /** Makes a key of somebody and certifies it for two days, unless more arguments of keytool say otherwise. */
    Certificates certify(String name, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-signer", "ca"));
        arguments.addAll(List.of(more));
        generate(name, arguments.toArray(String[]::new));
        return this;
    }

    private void generate(String name, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keystore",
                KEYS,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2"));
        arguments.addAll(List.of(more));
        keytool(arguments.toArray(String[]::new));
    }

    Path file(String name) {
        return folder.resolve(name).toAbsolutePath();
    }

    /** The fingerprint of somebody's certificate as keytool and browsers show it. */
    String fingerprint(String name) throws GeneralSecurityException, IOException {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(store(KEYS).getCertificate(name).getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    /** TLS with somebody who trusts this authority and shows a certificate, this authority's or not, or none for no name. */
    SSLContext tls(Certificates of, String name) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(TRUST));
        KeyManager[] keys = {};
        if (!name.isEmpty()) {
            KeyStore.PrivateKeyEntry entry = (KeyStore.PrivateKeyEntry)
                    of.store(KEYS).getEntry(name, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
            keys = new KeyManager[] {new InsistentKeys(entry)};
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    /** TLS of a server that shows a certificate of this authority, and trusts another authority's clients. */
    SSLContext server(String name, Certificates trusted) throws GeneralSecurityException, IOException {
        char[] password = PASSWORD.toCharArray();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, password);
        KeyStore all = store(KEYS);
        own.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted.store(TRUST));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Shows its certificate also to a server that has not named its issuer, which Java's own does not. */
    private static final class InsistentKeys extends X509ExtendedKeyManager {

        private final KeyStore.PrivateKeyEntry entry;

        InsistentKeys(KeyStore.PrivateKeyEntry entry) {
            this.entry = entry;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return "it";
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "it";
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"it"};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return Arrays.stream(entry.getCertificateChain())
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return entry.getPrivateKey();
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }

    private KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
