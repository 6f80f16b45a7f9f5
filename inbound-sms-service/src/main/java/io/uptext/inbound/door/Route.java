/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way that a message has come, as far as it matters once it is here: a connector of any kind. */
public interface Route {

    /** The connector's name. */
    ConnectorId id();

    /** What may be texted through it. */
    Set<Destination> destinations();

    /** How hard senders are to forge behind it. */
    RouteTrust routeTrust();

    /** The country (ISO 3166-1) whose national numbers come through it, if such do. */
    @Nullable
    String region();
}
