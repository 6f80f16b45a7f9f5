/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.SmscListener;
import io.uptext.simulator.smsc.SmscSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an SMSC listens, and whom it lets in. */
final class SmscPlace {

    private static final int DEFAULT_PORT = 2775;
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration ENQUIRE = Duration.ofSeconds(10);

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen on this port (" + DEFAULT_PORT + ", the usual one of SMPP).")
    private int port = DEFAULT_PORT;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Listen on this address of the machine (127.0.0.1). Nothing is encrypted.")
    private String address = "127.0.0.1";

    @Option(names = "--system-id", paramLabel = "ID", description = "Let in who binds with this system id (uptext).")
    private String systemId = "uptext";

    @Option(
            names = "--secret",
            paramLabel = "PASSWORD",
            description = "The password of the bind. The variable " + Identity.VARIABLE
                    + " does the same, and other users of the machine do not see it.")
    private @Nullable String secret;

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Wait for at most N answers in a session at a time (100).")
    private int window = 100;

    SmscSettings settings(Map<String, String> variables, SmscFaults faults, SmscListener listener) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port is 1 to " + HIGHEST_PORT + ".");
        }
        String password = secret == null ? variables.getOrDefault(Identity.VARIABLE, "") : secret;
        if (password.isEmpty()) {
            throw new IllegalArgumentException("--secret is missing, and " + Identity.VARIABLE + " is not set.");
        }
        try {
            return SmscSettings.builder()
                    .port(port)
                    .address(InetAddress.getByName(address))
                    .systemId(systemId)
                    .password(password)
                    .window(window)
                    .retryAfter(RETRY)
                    .enquireLinkEvery(ENQUIRE)
                    .faults(faults.toFaults())
                    .listener(listener)
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--address is an address of this machine, 127.0.0.1 for example.");
        }
    }

    String words() {
        return address + ":" + port;
    }

    /** What to configure at inbound-sms-service, without the password. */
    String hint() {
        return "Nobody has bound yet. inbound-sms-service needs a connector with provider: smpp, secrets with this"
                + " password, and below smpp: smscs: [\"" + words() + "\"], system-id: " + systemId
                + ". It tries again at times that it doubles, up to a minute.";
    }
}
