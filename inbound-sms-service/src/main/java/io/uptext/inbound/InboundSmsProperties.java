/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.esme.SmppConnector;
import io.uptext.inbound.esme.SmppFlaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The doors of this service.
 *
 * @param pepper what codes and numbers become keys under: at least 32 random bytes in base64, the same as that of
 *     challenge-service
 * @param connectors at least one, by name
 * @param mostWaiting how many deliveries may wait for Kafka at a time, 1 to 100,000; more are told to come again. Each
 *     costs some 20 KiB
 */
@ConfigurationProperties(prefix = "uptext.inbound", ignoreUnknownFields = false)
public record InboundSmsProperties(
        @DefaultValue("") String pepper,
        @DefaultValue Map<String, ConnectorSettings> connectors,
        @DefaultValue("1000") int mostWaiting) {

    private static final int MOST_WAITING = 100_000;
    private static final String CONNECTORS = "uptext.inbound.connectors";

    public InboundSmsProperties {
        connectors = Map.copyOf(connectors);
        pepperOf(pepper);
        if (connectors.isEmpty()) {
            throw new IllegalArgumentException(CONNECTORS + " is empty: without a connector no message comes in");
        }
        if (mostWaiting < 1 || mostWaiting > MOST_WAITING) {
            throw new IllegalArgumentException("uptext.inbound.most-waiting is 1 to " + MOST_WAITING);
        }
        connectors.forEach(InboundSmsProperties::check);
    }

    Pepper toPepper() {
        return pepperOf(pepper);
    }

    /** Those whose provider delivers over HTTP. */
    List<Connector> toConnectors() {
        return connectors.entrySet().stream()
                .filter(named -> !named.getValue().isSmpp())
                .map(named -> connector(named.getKey(), named.getValue()))
                .toList();
    }

    /** Those whose carrier delivers over SMPP. */
    List<SmppConnector> toSmppConnectors() {
        return connectors.entrySet().stream()
                .filter(named -> named.getValue().isSmpp())
                .map(named -> smppConnector(named.getKey(), named.getValue()))
                .toList();
    }

    private static void check(String name, ConnectorSettings settings) {
        if (settings.isSmpp()) {
            smppConnector(name, settings);
        } else {
            connector(name, settings);
        }
    }

    private static Connector connector(String name, ConnectorSettings settings) {
        return flawless(name, settings::toConnector, connector -> ConnectorFlaws.of(connector, settings.routeTrust()));
    }

    private static SmppConnector smppConnector(String name, ConnectorSettings settings) {
        return flawless(name, settings::toSmppConnector, SmppFlaws::of);
    }

    private static <T> T flawless(String name, Function<ConnectorId, T> make, Function<T, Optional<String>> flawOf) {
        T connector;
        try {
            connector = make.apply(new ConnectorId(name));
        } catch (IllegalArgumentException e) {
            // Without the cause: Boot reports the deepest one, which does not know the name.
            throw new IllegalArgumentException(CONNECTORS + "." + name + ": " + e.getMessage());
        }
        flawOf.apply(connector).ifPresent(flaw -> {
            throw new IllegalArgumentException(CONNECTORS + "." + name + ": " + flaw);
        });
        return connector;
    }

    private static Pepper pepperOf(String base64) {
        try {
            return new Pepper(base64);
        } catch (IllegalArgumentException e) {
            // Without the cause: a message about base64 quotes a character of the secret.
            throw new IllegalArgumentException("uptext.inbound.pepper must be at least 32 random bytes in base64");
        }
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "InboundSmsProperties[connectors=" + connectors.keySet() + "]";
    }
}
