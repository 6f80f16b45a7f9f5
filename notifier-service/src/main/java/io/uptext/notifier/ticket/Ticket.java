/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in an address for a wait token, once and for a moment: 256 random bits. Addresses get into logs and histories;
 * a ticket that is found there is good for nothing.
 *
 * <p>Only its {@link #hash()} is ever stored. It prints masked.
 */
final class Ticket {

    /** How many random bytes one is drawn from. */
    static final int BYTES = 32;

    private static final String PREFIX = "upt_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String value;

    private Ticket(String value) {
        this.value = value;
    }

    /** Makes one of {@value #BYTES} bytes from a cryptographically strong source. */
    static Ticket of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a ticket is made of " + BYTES + " random bytes");
        }
        return new Ticket(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Takes one as a browser shows it, or nothing where it cannot be one. */
    static Optional<Ticket> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new Ticket(value)) : Optional.empty();
    }

    /** The ticket itself, for the one answer that hands it out. */
    String reveal() {
        return value;
    }

    /** What is stored in its place: with 256 random bits a plain hash gives nothing away. */
    String hash() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
