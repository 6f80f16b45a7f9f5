/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of our own, and those whom it certifies, made by the JDK's keytool. */
final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private Authority(Path folder) {
        this.folder = folder;
    }

    static Authority in(Path folder) throws Exception {
        Authority authority = new Authority(folder);
        authority.generate("ca", List.of("-validity", "9", "-ext", "bc:c"));
        return authority;
    }

    /** Certifies somebody for two days, unless arguments of keytool say otherwise. */
    Authority certify(String name, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-signer", "ca"));
        if (!List.of(more).contains("-validity")) {
            arguments.addAll(List.of("-validity", "2"));
        }
        arguments.addAll(List.of(more));
        generate(name, arguments);
        return this;
    }

    /** Somebody who has certified themselves. */
    Authority selfSigned(String name, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-validity", "2"));
        arguments.addAll(List.of(more));
        generate(name, arguments);
        return this;
    }

    /** TLS of a server that shows somebody's certificate. */
    SSLContext server(String name) throws Exception {
        char[] password = PASSWORD.toCharArray();
        KeyStore all = store();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, password);
        own.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** TLS of a client that trusts this authority alone. */
    SslContext trust() throws Exception {
        return SslContextBuilder.forClient()
                .trustManager((X509Certificate) store().getCertificate("ca"))
                .build();
    }

    private KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void generate(String name, List<String> more) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-keystore", "keys.p12", "-storepass", PASSWORD));
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
