/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All relying parties at one moment, by what they show. */
public final class RelyingParties {

    private final Map<String, Key> byKeyId;
    private final Map<String, Caller> byClientId;
    private final Map<RelyingPartyId, RelyingParty> byId = new HashMap<>();
    private final Set<String> origins = new HashSet<>();

    /**
     * Takes the parties that a registry holds.
     *
     * @param byKeyId by the ids of their keys
     * @param byClientId by the names that an authorization server has for them
     */
    RelyingParties(Map<String, Key> byKeyId, Map<String, Caller> byClientId) {
        this.byKeyId = Map.copyOf(byKeyId);
        this.byClientId = Map.copyOf(byClientId);
        byKeyId.values().forEach(key -> note(key.party()));
        byClientId.values().forEach(client -> note(client.party()));
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

    /**
     * Who asks with an access token, or empty where the client is nobody's.
     *
     * @param clientId as a verified token says
     * @param granted the words of its scope; what a client may do, the token must say too
     */
    public Optional<Caller> client(String clientId, Set<String> granted) {
        return Optional.ofNullable(byClientId.get(clientId))
                .map(known -> new Caller(
                        known.party(),
                        known.scopes().stream()
                                .filter(scope -> granted.contains(scope.tokenWord()))
                                .collect(Collectors.toSet())));
    }

    private void note(RelyingParty party) {
        byId.put(party.id(), party);
        party.origins().forEach(origin -> origins.add(origin.value()));
    }

    /** The party of this name, or empty where it is not here any more. */
    public Optional<RelyingParty> find(RelyingPartyId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether pages of some party come from here; letter by letter what a browser has written. */
    public boolean haveOrigin(String origin) {
        return origins.contains(origin);
    }

    /** All of them, in no order. */
    public Collection<RelyingParty> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** How much a party may create; the default where it is not here any more. */
    public Limits limits(RelyingPartyId party) {
        return find(party).map(RelyingParty::limits).orElse(Limits.DEFAULT);
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
        return (int) Stream.concat(
                        byKeyId.values().stream().map(Key::party),
                        byClientId.values().stream().map(Caller::party))
                .distinct()
                .count();
    }

    @Override
    public String toString() {
        return count() + " relying parties";
    }
}
