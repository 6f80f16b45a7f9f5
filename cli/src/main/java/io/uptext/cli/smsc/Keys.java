/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key that an SMSC shows. */
final class Keys {

    static final String VARIABLE = "UPTEXT_KEYSTORE_PASSWORD";

    private Keys() {}

    static SSLContext in(Path file, Map<String, String> variables) {
        char[] password = variables.getOrDefault(VARIABLE, "").toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "--tls-keystore cannot be opened: it is a PKCS #12 file, with its password in " + VARIABLE + ".",
                    e);
        }
    }
}
