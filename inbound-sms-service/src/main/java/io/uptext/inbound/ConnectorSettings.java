/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Credentials;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.esme.SmppConnector;
import io.uptext.inbound.esme.SmppSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One connector as an operator writes it.
 *
 * @param provider who delivers; docs/connectors has a page for each
 * @param authentication how we know that it is the provider: {@code signature} for providers that sign, which is the default
 *     there; {@code basic}, {@code header}, {@code query}, {@code mtls} or {@code none} for the others, which have no default
 * @param secrets one, or two while the secret is being changed; none for {@code mtls} and {@code none}
 * @param clientCertificates SHA-256 fingerprints in hexadecimal, with or without colons; for {@code mtls}
 * @param destinations at least one short code or long number that may be texted through it
 * @param routeTrust how hard senders are to forge behind it; the weakest, T0, unless it is said
 * @param publicUrl where the provider reaches it; for providers that sign it
 * @param region the country (ISO 3166-1) whose national numbers the provider sends, if it sends such
 * @param options what else the provider's page names
 * @param smpp how to bind at the carrier's SMSCs; for {@code smpp} only, which has nothing to do with HTTP
 */
public record ConnectorSettings(
        @DefaultValue("") String provider,
        @Nullable Authentication authentication,
        @DefaultValue List<String> secrets,
        @DefaultValue List<String> clientCertificates,
        @DefaultValue List<String> destinations,
        @Nullable RouteTrust routeTrust,
        @Nullable URI publicUrl,
        @Nullable String region,
        @DefaultValue Map<String, String> options,
        @Nullable SmppSettings smpp) {

    public ConnectorSettings {
        secrets = List.copyOf(secrets);
        clientCertificates = List.copyOf(clientCertificates);
        destinations = List.copyOf(destinations);
        options = Map.copyOf(options);
    }

    /** Whether messages come over SMPP rather than HTTP. */
    boolean isSmpp() {
        return provider.equals(Providers.SMPP);
    }

    Connector toConnector(ConnectorId id) {
        Door door = Providers.door(provider);
        if (smpp != null) {
            throw new IllegalArgumentException("smpp is for provider: smpp only");
        }
        return new Connector(
                id,
                door,
                new Credentials(authenticationAt(door), secrets, fingerprints()),
                parsedDestinations(),
                trust(),
                publicUrl,
                region,
                options);
    }

    SmppConnector toSmppConnector(ConnectorId id) {
        if (smpp == null) {
            throw new IllegalArgumentException("smpp is missing: want smscs and system-id at least");
        }
        if (authentication != null || publicUrl != null || !clientCertificates.isEmpty() || !options.isEmpty()) {
            throw new IllegalArgumentException("authentication, public-url, client-certificates and options are for"
                    + " providers that deliver over HTTP; a bind has a password in secrets, and smpp.tls");
        }
        return new SmppConnector(id, secrets, parsedDestinations(), trust(), region, smpp);
    }

    private Set<Destination> parsedDestinations() {
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException("destinations are missing: want at least one short code or long number");
        }
        return destinations.stream().map(Destination::parse).collect(Collectors.toUnmodifiableSet());
    }

    private RouteTrust trust() {
        return Objects.requireNonNullElse(routeTrust, RouteTrust.T0);
    }

    private Authentication authenticationAt(Door door) {
        if (authentication != null) {
            return authentication;
        }
        if (door.authentications().contains(Authentication.SIGNATURE)) {
            return Authentication.SIGNATURE;
        }
        throw new IllegalArgumentException("authentication is missing: this provider does not sign, so say basic,"
                + " header, query or mtls, or none together with route-trust: T0");
    }

    private List<String> fingerprints() {
        return clientCertificates.stream()
                .map(written -> written.replace(":", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "ConnectorSettings[provider=" + provider + "]";
    }
}
