/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The keys of the played SNS, with a certificate for each; they are made by the JDK's keytool when they are first used. */
final class SnsKeys {

    private static final System.Logger log = System.getLogger("io.uptext.simulator");
    private static final char[] PASSWORD = "simulator".toCharArray();
    private static final String ALIAS = "sns";
    private static final long LONGEST_MAKING = 60;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private static final Map<Path, PrivateKey> KEYS = new ConcurrentHashMap<>();

    private SnsKeys() {}

    /**
     * The private key of a name in a folder.
     *
     * @throws IllegalStateException if this Java has no keytool, as a runtime without its tools has not
     */
    static PrivateKey of(Path folder, String name) {
        return KEYS.computeIfAbsent(folder.resolve(name + ".p12").toAbsolutePath(), SnsKeys::loadOrMake);
    }

    private static PrivateKey loadOrMake(Path file) {
        try {
            Files.createDirectories(file.getParent());
            // A simulator beside us must not make another key meanwhile.
            try (FileChannel channel = FileChannel.open(
                            Path.of(file + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.exists(file)) {
                    make(file);
                }
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            return (PrivateKey) store.getKey(ALIAS, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the simulated SNS cannot be kept in " + file.getParent(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " is no key of the simulated SNS; remove it", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Path fresh = Path.of(file + ".new");
        Files.deleteIfExists(fresh);
        keytool(fresh);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(fresh)) {
            store.load(in, PASSWORD);
        }
        Path certificate = file.resolveSibling(certificateOf(file));
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + LINES.encodeToString(store.getCertificate(ALIAS).getEncoded())
                        + "\n-----END CERTIFICATE-----\n",
                US_ASCII);
        Files.move(fresh, file);
        log.log(System.Logger.Level.INFO, "Made a key for the simulated SNS; its certificate is " + certificate);
    }

    private static String certificateOf(Path file) {
        String name = file.getFileName().toString();
        return name.equals(ALIAS + ".p12") ? "certificate.pem" : name.replace(".p12", ".pem");
    }

    /** Good for a century, since tests pretend to be at all kinds of times. */
    private static void keytool(Path store) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-keystore", store.toString()));
        command.addAll(List.of(("-genkeypair -alias " + ALIAS + " -keyalg RSA -keysize 2048 -dname CN=sns.amazonaws.com"
                        + " -startdate 2020/01/01 -validity 36500 -storetype PKCS12 -storepass " + new String(PASSWORD))
                .split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LONGEST_MAKING, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool has made no key");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keytool made a key", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
