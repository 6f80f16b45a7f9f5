/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The bodies of ids: 26 characters of lower-case Crockford base32, drawn or derived. */
public final class Ids {

    private static final int LENGTH = 26;
    private static final int BITS_PER_SYMBOL = 5;
    private static final int DRAWN_BYTES = (LENGTH * BITS_PER_SYMBOL + Byte.SIZE - 1) / Byte.SIZE;
    private static final String LOWER_CASE = CrockfordBase32.SYMBOLS.toLowerCase(Locale.ROOT);
    private static final MessageDigest SHA_256 = newSha256();

    private Ids() {}

    static String random(RandomGenerator random) {
        // All at once, for each question to a secure source has its price.
        byte[] bits = new byte[DRAWN_BYTES];
        random.nextBytes(bits);
        return body(bits);
    }

    /**
     * Derives an id from its parts, by SHA-256. The same parts give the same id, so a redelivery is recognised by it.
     *
     * @param parts joined with their lengths, so that no two lists of parts look the same
     */
    public static String derived(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return body(digest.digest());
    }

    /** Whether all that comes after the first {@code start} characters is such a body. */
    static boolean isBody(String id, int start) {
        if (id.length() != start + LENGTH) {
            return false;
        }
        for (int i = start; i < id.length(); i++) {
            if (LOWER_CASE.indexOf(id.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The last bits of a digest or of what was drawn, the last of them first. */
    private static String body(byte[] digest) {
        StringBuilder id = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        int next = digest.length;
        while (id.length() < LENGTH) {
            if (held < BITS_PER_SYMBOL) {
                bits |= Byte.toUnsignedInt(digest[--next]) << held;
                held += Byte.SIZE;
            }
            id.append(LOWER_CASE.charAt(bits & (CrockfordBase32.SIZE - 1)));
            bits >>>= BITS_PER_SYMBOL;
            held -= BITS_PER_SYMBOL;
        }
        return id.toString();
    }

    /** A digest of its own for each caller; to copy one is cheaper than to look for it. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return newSha256();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
