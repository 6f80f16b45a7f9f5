/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.SharedSecrets;
import io.uptext.inbound.door.SigningDoor;
import io.uptext.platform.phone.PhoneNumbers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with any connector. A service with such a connector does not start: a door half locked is open. */
final class ConnectorFlaws {

    private static final int MOST_SECRETS = 2;
    private static final int SHORTEST_SHARED_SECRET = 16;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern USER_AND_PASSWORD = Pattern.compile("[^:\\p{Cntrl}]+:\\P{Cntrl}+");

    /** A placeholder that nothing has replaced: everybody who knows our documentation would know such a secret. */
    private static final Pattern UNSET_VARIABLE = Pattern.compile("\\$\\{[^}]*}");

    private ConnectorFlaws() {}

    /** The key and what it should be, to follow the name of the connector; never a secret. */
    static Optional<String> of(Connector connector, @Nullable RouteTrust said) {
        return authentication(connector)
                .or(() -> secrets(connector))
                .or(() -> certificates(connector))
                .or(() -> trust(connector, said))
                .or(() -> region(connector))
                .or(() -> options(connector))
                .or(() -> connector.door().flawOf(connector));
    }

    private static Optional<String> authentication(Connector connector) {
        Set<Authentication> possible = connector.door().authentications();
        return flawIf(
                !possible.contains(connector.credentials().authentication()),
                "authentication is one of " + new TreeSet<>(possible) + " for this provider");
    }

    private static Optional<String> secrets(Connector connector) {
        List<String> secrets = connector.secrets();
        Authentication authentication = connector.credentials().authentication();
        if (!wantsSecrets(connector)) {
            return flawIf(
                    !secrets.isEmpty(),
                    "secrets are of no use with authentication: " + authentication + " for this provider");
        }
        if (secrets.isEmpty()
                || secrets.size() > MOST_SECRETS
                || secrets.stream().anyMatch(secret -> secret.isBlank() || !secret.equals(secret.strip()))) {
            return Optional.of("secrets are one secret, or two while it is being changed; none is empty or has white"
                    + " space around it");
        }
        if (secrets.stream().anyMatch(secret -> UNSET_VARIABLE.matcher(secret).find())) {
            return Optional.of("secrets name a variable, as ${NAME}, that is not set");
        }
        return switch (authentication) {
            case BASIC ->
                flawIf(
                        !secrets.stream()
                                .allMatch(secret ->
                                        USER_AND_PASSWORD.matcher(secret).matches()),
                        "secrets are user:password with authentication: basic");
            case HEADER, QUERY ->
                flawIf(
                        secrets.stream().anyMatch(secret -> secret.length() < SHORTEST_SHARED_SECRET),
                        "secrets have at least " + SHORTEST_SHARED_SECRET + " characters with authentication: "
                                + authentication);
            case SIGNATURE, MTLS, NONE -> Optional.empty();
        };
    }

    private static boolean wantsSecrets(Connector connector) {
        Authentication authentication = connector.credentials().authentication();
        return (authentication == Authentication.SIGNATURE && connector.door() instanceof SigningDoor door)
                ? door.wantsSecrets()
                : authentication.hasSecrets();
    }

    private static Optional<String> certificates(Connector connector) {
        List<String> certificates = connector.credentials().clientCertificates();
        if (connector.credentials().authentication() != Authentication.MTLS) {
            return flawIf(!certificates.isEmpty(), "client-certificates are for authentication: mtls only");
        }
        return flawIf(
                certificates.isEmpty()
                        || !certificates.stream()
                                .allMatch(each -> FINGERPRINT.matcher(each).matches()),
                "client-certificates are SHA-256 fingerprints, 64 hexadecimal digits each, with or without colons");
    }

    private static Optional<String> trust(Connector connector, @Nullable RouteTrust said) {
        return flawIf(
                connector.credentials().authentication() == Authentication.NONE && said != RouteTrust.T0,
                "authentication: none needs route-trust: T0 beside it, in so many words: anybody who reaches this door"
                        + " can say to be anybody");
    }

    private static Optional<String> region(Connector connector) {
        return flawIf(
                connector.region() != null && !PhoneNumbers.isRegion(connector.region()),
                "region is a country as ISO 3166-1 writes it, SE for example; Norway is \"NO\", in quotation marks, since"
                        + " YAML takes it for a no");
    }

    private static Optional<String> options(Connector connector) {
        Set<String> known = new TreeSet<>(connector.door().options());
        switch (connector.credentials().authentication()) {
            case HEADER -> known.add(SharedSecrets.HEADER_OPTION);
            case QUERY -> known.add(SharedSecrets.PARAMETER_OPTION);
            case SIGNATURE, BASIC, MTLS, NONE -> {}
        }
        return connector.options().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .map(name -> "options." + name + " is not known; "
                        + (known.isEmpty() ? "this connector has no options" : "there are " + String.join(", ", known)))
                .or(() -> place(connector));
    }

    /** Where a secret stands that is not the provider's own: a place that no request can have locks everybody out. */
    private static Optional<String> place(Connector connector) {
        return switch (connector.credentials().authentication()) {
            case HEADER ->
                flawIf(
                        connector
                                .option(SharedSecrets.HEADER_OPTION)
                                .filter(name -> !HEADER_NAME.matcher(name).matches())
                                .isPresent(),
                        "options." + SharedSecrets.HEADER_OPTION + " is the name of a header");
            case QUERY ->
                flawIf(
                        connector
                                .option(SharedSecrets.PARAMETER_OPTION)
                                .filter(String::isBlank)
                                .isPresent(),
                        "options." + SharedSecrets.PARAMETER_OPTION + " is the name of a parameter");
            case SIGNATURE, BASIC, MTLS, NONE -> Optional.empty();
        };
    }

    private static Optional<String> flawIf(boolean flawed, String flaw) {
        return flawed ? Optional.of(flaw) : Optional.empty();
    }
}
