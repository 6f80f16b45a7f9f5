/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

/** Reads a relying party's {@code limits} in the registry. */
final class LimitsReading {

    /** More than we can create in a minute: whoever writes it wants no limit. */
    private static final int MOST = 1_000_000;

    private LimitsReading() {}

    static Limits read(Section section) {
        Limits otherwise = Limits.DEFAULT;
        Limits limits = new Limits(
                section.number("creations-per-minute", MOST, otherwise.creationsPerMinute()),
                section.number("creations-per-number", MOST, otherwise.creationsPerNumber()),
                section.number("open-per-number", Limits.MOST_OPEN_PER_NUMBER, otherwise.openPerNumber()),
                section.number("creations-per-end-user", MOST, otherwise.creationsPerEndUser()),
                section.number("outstanding", MOST, otherwise.outstanding()));
        section.end();
        return limits;
    }
}
