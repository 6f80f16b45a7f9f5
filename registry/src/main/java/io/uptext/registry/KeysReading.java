/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the keys of all relying parties, of which no two are the same. */
final class KeysReading {

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 10;

    private final Map<String, RelyingParties.Key> byId = new HashMap<>();
    private final Map<String, String> byHash = new HashMap<>();

    /** What has been read. */
    Map<String, RelyingParties.Key> byId() {
        return byId;
    }

    /**
     * Reads those of one party.
     *
     * @param party empty where it could not be read, so that its keys are not looked at either
     */
    void read(Section section, Optional<RelyingParty> party) {
        List<Section> keys = section.list("keys");
        if (party.isEmpty()) {
            return;
        }
        if (section.has("keys") && (keys.isEmpty() || keys.size() > MOST)) {
            section.wrong("keys", "must have 1 to " + MOST + " entries; ./uptext keys new makes one");
        }
        keys.forEach(key -> key(key, party.get()));
    }

    private void key(Section key, RelyingParty party) {
        Optional<String> id = key.required("id");
        Optional<String> hash = key.required("hash");
        if (id.filter(text -> !ID.matcher(text).matches()).isPresent()) {
            key.wrong("id", "must be what stands between the underscores of the key: lower-case letters and digits");
        }
        if (hash.filter(text -> !HASH.matcher(text).matches()).isPresent()) {
            key.wrong("hash", "must be the SHA-256 of the key, in 64 lower-case hexadecimal digits");
        }
        Set<Scope> scopes = ScopesReading.read(key);
        key.end();
        if (id.isPresent() && hash.isPresent()) {
            if (byId.put(id.get(), new RelyingParties.Key(party, hash.get(), scopes)) != null) {
                key.wrong("id", "is that of another key too");
            }
            if (byHash.put(hash.get(), id.get()) != null) {
                key.wrong("hash", "is that of another key too");
            }
        }
    }
}
