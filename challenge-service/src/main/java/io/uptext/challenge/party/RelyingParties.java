/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Knows relying parties by their API keys. A key has 256 random bits, so its plain SHA-256 is stored and compared;
 * looking that hash up in a map tells an attacker's clock nothing about any key.
 */
public final class RelyingParties {

    private final Map<String, RelyingParty> byKeyHash;

    /**
     * Takes the configured parties.
     *
     * @param byKeyHash by the SHA-256 of their keys, in hexadecimal
     */
    public RelyingParties(Map<String, RelyingParty> byKeyHash) {
        this.byKeyHash = Map.copyOf(byKeyHash);
    }

    /** The party that a key belongs to, or empty where it is nobody's. */
    public Optional<RelyingParty> authenticate(String apiKey) {
        return Optional.ofNullable(byKeyHash.get(hash(apiKey)));
    }

    /** What of a key goes into the configuration. */
    public static String hash(String apiKey) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
