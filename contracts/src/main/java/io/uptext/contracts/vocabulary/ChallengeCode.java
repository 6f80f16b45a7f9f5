/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the subscriber texts: eight characters of Crockford base32 and a check character, 40 bits of randomness.
 *
 * <p>Equality is on the normal form: upper case, without separators, look-alikes folded. The check character lets an
 * honest typo miss every challenge instead of hitting somebody else's; it adds nothing against a guesser.
 *
 * @see CodeText how a code is found in an SMS
 */
public final class ChallengeCode {

    /** How many characters carry randomness. */
    static final int DATA_LENGTH = 8;
    /** How long the normal form is, check character included. */
    public static final int LENGTH = DATA_LENGTH + 1;

    private final String normal;

    private ChallengeCode(String normal) {
        this.normal = normal;
    }

    /**
     * Draws a new code.
     *
     * @param random a cryptographically strong source; {@code SecureRandom} everywhere but in tests
     */
    public static ChallengeCode random(RandomGenerator random) {
        StringBuilder data = new StringBuilder(LENGTH);
        for (int i = 0; i < DATA_LENGTH; i++) {
            data.append(CrockfordBase32.symbol(random.nextInt(CrockfordBase32.SIZE)));
        }
        return new ChallengeCode(data.append(CrockfordBase32.check(data)).toString());
    }

    /**
     * Finds the one code in an SMS.
     *
     * @return the code, or empty where the text holds none, or several different ones, or opens with a carrier keyword
     *     such as STOP
     */
    public static Optional<ChallengeCode> parse(String text) {
        return SmsText.read(text).code();
    }

    /**
     * Takes a code in its normal form.
     *
     * @throws IllegalArgumentException if it is not one, its check character included; the message does not repeat it
     */
    @JsonCreator
    public static ChallengeCode ofNormal(String normal) {
        if (!CrockfordBase32.isCode(normal)) {
            throw new IllegalArgumentException("not a challenge code in its normal form");
        }
        return new ChallengeCode(normal);
    }

    /** The nine characters without separators, for example {@code 7KQ4M2XHC}. */
    @JsonValue
    public String normal() {
        return normal;
    }

    /** The form for people's eyes, for example {@code 7KQ4-M2XH-C}. */
    public String display() {
        return normal.substring(0, 4) + "-" + normal.substring(4, 8) + "-" + normal.substring(8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChallengeCode that && normal.equals(that.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    /** Masked: a code in a log can be texted by whoever reads the log. */
    @Override
    public String toString() {
        return "*".repeat(LENGTH);
    }
}
