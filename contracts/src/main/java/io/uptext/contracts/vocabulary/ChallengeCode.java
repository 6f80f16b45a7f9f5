/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the subscriber texts, in one of three {@linkplain CodeForm forms}: random characters and a check character.
 *
 * <p>Equality is on the normal form: upper case, without separators, look-alikes folded. The check character lets an
 * honest typo miss every challenge instead of hitting somebody else's; it adds nothing against a guesser.
 *
 * @see CodeText how a code is found in an SMS
 */
public final class ChallengeCode {

    private static final int GROUP = 4;

    private final String normal;

    private ChallengeCode(String normal) {
        this.normal = normal;
    }

    /**
     * Draws a new code of the {@linkplain CodeForm#SHORT usual form}.
     *
     * @param random a cryptographically strong source; {@code SecureRandom} everywhere but in tests
     */
    public static ChallengeCode random(RandomGenerator random) {
        return random(CodeForm.SHORT, random);
    }

    /** Draws a new code of a form, from such a source. */
    public static ChallengeCode random(CodeForm form, RandomGenerator random) {
        return new ChallengeCode(form.draw(random));
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
        if (CodeForm.of(normal).isEmpty()) {
            throw new IllegalArgumentException("not a challenge code in its normal form");
        }
        return new ChallengeCode(normal);
    }

    /** The characters without separators, for example {@code 7KQ4M2XHC}. */
    @JsonValue
    public String normal() {
        return normal;
    }

    /** What it looks like: the form that it was drawn in. */
    public CodeForm form() {
        return CodeForm.ofDrawn(normal);
    }

    /** The form for people's eyes, in groups of four: {@code 7KQ4-M2XH-C}, for example. */
    public String display() {
        StringBuilder groups = new StringBuilder(normal);
        for (int at = (normal.length() - 1) / GROUP * GROUP; at > 0; at -= GROUP) {
            groups.insert(at, '-');
        }
        return groups.toString();
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
        return "*".repeat(normal.length());
    }
}
