/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Connector;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One connector as an operator writes it.
 *
 * @param provider who delivers: {@code twilio} or {@code generic}
 * @param secrets one, or two while the secret is being changed
 * @param destinations at least one short code or long number that may be texted through it
 * @param routeTrust how hard senders are to forge behind it; the weakest unless it is said
 * @param publicUrl where the provider reaches it; for providers that sign it
 */
public record ConnectorSettings(
        @DefaultValue("") String provider,
        @DefaultValue List<String> secrets,
        @DefaultValue List<String> destinations,
        @DefaultValue("T0") RouteTrust routeTrust,
        @Nullable URI publicUrl) {

    private static final int MOST_SECRETS = 2;

    public ConnectorSettings {
        secrets = List.copyOf(secrets);
        destinations = List.copyOf(destinations);
        if (secrets.isEmpty()
                || secrets.size() > MOST_SECRETS
                || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "secrets of a connector are one secret, or two while it is being changed; none is empty");
        }
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException(
                    "destinations of a connector are missing: want at least one short code or long number");
        }
    }

    Connector toConnector(ConnectorId id) {
        return new Connector(
                id,
                Providers.door(provider),
                secrets,
                destinations.stream().map(Destination::parse).collect(Collectors.toUnmodifiableSet()),
                routeTrust,
                publicUrl);
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "ConnectorSettings[provider=" + provider + "]";
    }
}
