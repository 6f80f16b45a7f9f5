/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import io.uptext.contracts.vocabulary.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All relying parties at one moment, by their API keys. */
public final class RelyingParties {

    private final Map<String, Key> byKeyId;

    /**
     * Takes the parties that a registry holds.
     *
     * @param byKeyId by the ids of their keys
     */
    RelyingParties(Map<String, Key> byKeyId) {
        this.byKeyId = Map.copyOf(byKeyId);
    }

    /**
     * A key of a party.
     *
     * @param hash as {@link ApiKey#hash()}
     */
    record Key(RelyingParty party, String hash, Set<Scope> scopes) {}

    /** Who asks with a key, or empty where it is nobody's. */
    public Optional<Caller> authenticate(String apiKey) {
        return ApiKey.parse(apiKey).flatMap(this::authenticate);
    }

    private Optional<Caller> authenticate(ApiKey key) {
        @Nullable Key known = byKeyId.get(key.id());
        return known != null && MessageDigest.isEqual(bytes(known.hash()), bytes(key.hash()))
                ? Optional.of(new Caller(known.party(), known.scopes()))
                : Optional.empty();
    }

    private static byte[] bytes(String hexadecimal) {
        return hexadecimal.getBytes(StandardCharsets.US_ASCII);
    }

    int count() {
        return (int) byKeyId.values().stream().map(Key::party).distinct().count();
    }

    @Override
    public String toString() {
        return count() + " relying parties";
    }
}
