/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configured door.
 *
 * @param id its name
 * @param door its provider's way of delivering
 * @param credentials what it knows its provider by
 * @param destinations what may be texted through it
 * @param routeTrust how hard senders are to forge behind it
 * @param publicUrl where the provider reaches it, if the provider signs that; a Host header could be anybody's
 * @param region the country (ISO 3166-1) whose national numbers the provider sends, if it sends such
 * @param options what else its door wants to know
 */
public record Connector(
        ConnectorId id,
        Door door,
        Credentials credentials,
        Set<Destination> destinations,
        RouteTrust routeTrust,
        @Nullable URI publicUrl,
        @Nullable String region,
        Map<String, String> options)
        implements Route {

    public Connector {
        destinations = Set.copyOf(destinations);
        options = Map.copyOf(options);
    }

    /** The secrets that its provider may use. */
    public List<String> secrets() {
        return credentials.secrets();
    }

    /** An option, if it is configured. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Connector[" + id + "]";
    }
}
