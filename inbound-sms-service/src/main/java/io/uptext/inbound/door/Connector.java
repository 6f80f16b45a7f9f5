/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configured door.
 *
 * @param id its name
 * @param door its provider's way of delivering
 * @param secrets what the provider signs with; the new and the old one while they are being changed
 * @param destinations what may be texted through it
 * @param routeTrust how hard senders are to forge behind it
 * @param publicUrl where the provider reaches it, if the provider signs that; a Host header could be anybody's
 */
public record Connector(
        ConnectorId id,
        Door door,
        List<String> secrets,
        Set<Destination> destinations,
        RouteTrust routeTrust,
        @Nullable URI publicUrl) {

    public Connector {
        secrets = List.copyOf(secrets);
        destinations = Set.copyOf(destinations);
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Connector[" + id + "]";
    }
}
