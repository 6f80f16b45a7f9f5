/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the names that an authorization server has for relying parties, of which no two are the same. */
final class ClientsReading {

    private final Map<String, Caller> byId = new HashMap<>();

    /** What has been read. */
    Map<String, Caller> byId() {
        return byId;
    }

    /**
     * Reads those of one party.
     *
     * @param party empty where it could not be read, so that its clients are not looked at either
     */
    void read(Section section, Optional<RelyingParty> party) {
        for (Section client : section.list("oauth-clients")) {
            party.ifPresent(whose -> client(client, whose));
        }
    }

    private void client(Section client, RelyingParty party) {
        Optional<String> id = client.required("id");
        Set<Scope> scopes = ScopesReading.read(client);
        client.end();
        if (id.isPresent() && byId.put(id.get(), new Caller(party, scopes)) != null) {
            client.wrong("id", "is that of another client too");
        }
    }
}
