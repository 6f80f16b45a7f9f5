/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.simulator.smsc.SmscSettingsBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where receivers bind, and as whom. */
final class Place {

    private static final String VARIABLE = "UPTEXT_SECRET";
    private static final int DEFAULT_PORT = 2775;
    private static final String DEFAULT_ADDRESS = "127.0.0.1";
    private static final String DEFAULT_SYSTEM_ID = "uptext";
    private static final String DEFAULT_SECRET = "secret";
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens (" + DEFAULT_PORT + "); 0 for one that is free.")
    private int port = DEFAULT_PORT;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Of which interface (" + DEFAULT_ADDRESS + "); 0.0.0.0 for all.")
    private String address = DEFAULT_ADDRESS;

    @Option(
            names = "--system-id",
            paramLabel = "NAME",
            description = "What the receiver binds as (" + DEFAULT_SYSTEM_ID + ").")
    private String systemId = DEFAULT_SYSTEM_ID;

    @Option(
            names = "--secret",
            paramLabel = "PASSWORD",
            description = "The receiver's password, at most 8 characters (" + DEFAULT_SECRET + "). The variable "
                    + VARIABLE + " does the same, and other users of the machine do not see it.")
    private @Nullable String secret;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Speak TLS with the key in this PKCS #12 file, whose password is in the variable "
                    + Keys.VARIABLE + ".")
    private @Nullable Path keystore;

    /**
     * Says it to the settings.
     *
     * @throws IllegalArgumentException if something cannot be
     */
    void settle(SmscSettingsBuilder settings, Map<String, String> variables) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is 0 to 65,535.");
        }
        settings.port(port)
                .address(parsed())
                .systemId(systemId)
                .password(secret == null ? variables.getOrDefault(VARIABLE, DEFAULT_SECRET) : secret);
        if (keystore != null) {
            settings.tls(Keys.in(keystore, variables));
        }
    }

    private InetAddress parsed() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--address is not known: an IP address of this machine is.", e);
        }
    }

    boolean isSecured() {
        return keystore != null;
    }

    String systemId() {
        return systemId;
    }

    String host() {
        return address;
    }
}
