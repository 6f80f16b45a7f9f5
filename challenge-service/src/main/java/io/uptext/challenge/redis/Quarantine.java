/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Validity;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where the codes of a destination are that must not be drawn again: those of a day (UTC) in 65,536 sets, by the first 16 bits
 * of their keys, as the next 32 bits. Redis keeps a set of up to 512 whole numbers as an array of four bytes for each, where a
 * set of texts costs some sixty (docs/adr/0026).
 */
final class Quarantine {

    /** For how long a code is not drawn again after its challenge has ended. */
    static final Duration LIFE = Duration.ofDays(3);

    /** How far clocks of instances may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final Duration LOOKED_BACK = LIFE.plus(Validity.LONGEST).plus(CLOCKS);

    /** When Redis drops a set by itself after the last code went into it: once nobody asks for it. */
    static final Duration KEPT = LOOKED_BACK.plusDays(1);

    private static final int SET_DIGITS = 4;
    private static final int MEMBER_DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    private final Clock clock;

    Quarantine(Clock clock) {
        this.clock = clock;
    }

    /** Adds the keys where a code may be: of today, into which it goes, and of the days that matter. */
    void addKeys(List<String> keys, String prefix, CodeKey code) {
        long today = day(Duration.ZERO);
        // An instance whose clock is ahead may have begun the next one.
        long last = day(CLOCKS);
        String set = ":" + code.value().substring(0, SET_DIGITS);
        keys.add(prefix + "q:" + today + set);
        for (long day = day(LOOKED_BACK.negated()); day <= last; day++) {
            if (day != today) {
                keys.add(prefix + "q:" + day + set);
            }
        }
    }

    /** A code among those of its set, as a whole number of 32 bits with a sign, which is what is kept in four bytes. */
    static String member(CodeKey code) {
        return Integer.toString(
                Integer.parseUnsignedInt(code.value(), SET_DIGITS, SET_DIGITS + MEMBER_DIGITS, HEXADECIMAL));
    }

    private long day(Duration from) {
        return LocalDate.ofInstant(clock.instant().plus(from), ZoneOffset.UTC).toEpochDay();
    }
}
