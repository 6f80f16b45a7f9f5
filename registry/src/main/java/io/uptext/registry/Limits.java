/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

/**
 * How much a relying party may create; docs/limits.md says what each is for.
 *
 * @param creationsPerMinute of all its challenges
 * @param creationsPerNumber that name one number, in ten minutes
 * @param openPerNumber that name one number and may be answered, at a time
 * @param creationsPerEndUser that one end user's address asks for, in a minute
 * @param outstanding that may be answered, at a time; {@link #NO_CAP} where only its destination's cap applies
 */
public record Limits(
        int creationsPerMinute, int creationsPerNumber, int openPerNumber, int creationsPerEndUser, int outstanding) {

    /** As many as a number may ever have: whoever has three windows open has enough (docs/security.md). */
    public static final int MOST_OPEN_PER_NUMBER = 3;

    /** Stands for no cap of its own. */
    public static final int NO_CAP = Integer.MAX_VALUE;

    /** What applies where the registry says nothing. */
    public static final Limits DEFAULT = new Limits(600, 10, MOST_OPEN_PER_NUMBER, 10, NO_CAP);

    public Limits {
        if (creationsPerMinute < 1
                || creationsPerNumber < 1
                || openPerNumber < 1
                || openPerNumber > MOST_OPEN_PER_NUMBER
                || creationsPerEndUser < 1
                || outstanding < 1) {
            throw new IllegalArgumentException("every limit is 1 at least, and openPerNumber 3 at most");
        }
    }

    /** Whether it has a cap of its own on what may be answered at a time. */
    public boolean hasCap() {
        return outstanding != NO_CAP;
    }
}
