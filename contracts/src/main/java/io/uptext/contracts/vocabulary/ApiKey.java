/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a relying party shows to be believed: {@code upk_<id>_<secret>}. The id may be seen by anybody.
 *
 * <p>Only its {@link #hash()} is ever stored. A plain hash is enough, since a secret that we make has 256 random bits. It prints
 * masked.
 */
public final class ApiKey {

    private static final Pattern FORM = Pattern.compile("upk_([a-z0-9]{1,32})_[A-Za-z0-9]{40,128}");
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 52;

    private final String id;
    private final String value;

    private ApiKey(String id, String value) {
        this.id = id;
        this.value = value;
    }

    /**
     * Draws a key.
     *
     * @param random a cryptographically strong source
     */
    public static ApiKey random(RandomGenerator random) {
        String id = symbols(random, ID_LENGTH);
        return new ApiKey(id, "upk_" + id + "_" + symbols(random, SECRET_LENGTH));
    }

    private static String symbols(RandomGenerator random, int count) {
        StringBuilder symbols = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            symbols.append(Character.toLowerCase(CrockfordBase32.symbol(random.nextInt(CrockfordBase32.SIZE))));
        }
        return symbols.toString();
    }

    /** Takes a key as a request brings it; empty where it cannot be one. */
    public static Optional<ApiKey> parse(String value) {
        Matcher form = FORM.matcher(value);
        return form.matches() ? Optional.of(new ApiKey(form.group(1), value)) : Optional.empty();
    }

    /** Which of the configured keys it claims to be. */
    public String id() {
        return id;
    }

    /** The key itself, for the one time that it is handed out. */
    public String reveal() {
        return value;
    }

    /** What is kept of it: SHA-256 of the whole key, in 64 lower-case hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(Ids.sha256().digest(value.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return "upk_" + id + "_***";
    }
}
