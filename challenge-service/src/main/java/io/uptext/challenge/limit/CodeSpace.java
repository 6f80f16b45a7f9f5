/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

/**
 * All codes of a form: the more of them are outstanding, the more often a guess hits one.
 *
 * @param name the form, in keys
 * @param codes how many there are; check characters add nothing, for a guesser computes them too
 */
public record CodeSpace(String name, double codes) {

    /** Eight characters of base32. */
    public static final CodeSpace BASE32_8 = new CodeSpace("32x8", Math.pow(32, 8));

    /** Of a hundred million guesses, one hits (docs/limits.md). */
    private static final double MOST_OF_ALL = 1e-8;

    /** How many of a destination's may be outstanding at a time. */
    public int mostOutstanding() {
        return (int) Math.min(Integer.MAX_VALUE, codes * MOST_OF_ALL);
    }
}
