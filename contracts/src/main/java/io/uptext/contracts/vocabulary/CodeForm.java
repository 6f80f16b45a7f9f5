/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a code looks like. Public API.
 *
 * <p>No slip of one character makes a code that waits into another one that waits, of whatever form: a short code is drawn
 * with two letters at least, and a code of digits has none.
 */
public enum CodeForm {
    /** For people who type: eight random characters of base32 and a check character, 40 bits. */
    SHORT(8, 10_988),
    /** For QR codes and links: thirteen random characters of base32 and a check character, 64.97 bits. */
    LONG(13, 362_361_218_935L),
    /**
     * For phones whose letters are hard to type: eight random digits and a check digit, 26.6 bits. So few that a code is
     * only good for one who also has the phone; {@link #isForBoundModeOnly()}.
     */
    DIGITS(8, 1_000);

    /** How long the longest is, check character included. */
    static final int LONGEST = 14;

    private static final int LEAST_LETTERS = 2;
    private static final CodeForm[] ALL = values();

    private final int dataLength;
    private final long mostOutstanding;

    CodeForm(int dataLength, long mostOutstanding) {
        this.dataLength = dataLength;
        this.mostOutstanding = mostOutstanding;
    }

    /** The form of a code in its normal form, or empty where that is no code. */
    static Optional<CodeForm> of(CharSequence normal) {
        for (CodeForm form : ALL) {
            if (form.accepts(normal)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The form that a code was drawn in; every 32nd code of digits would be read as a short one, too. */
    static CodeForm ofDrawn(CharSequence normal) {
        for (CodeForm form : ALL) {
            if (form.canBeDrawn(normal)) {
                return form;
            }
        }
        return SHORT;
    }

    /** How many characters a code has, check character included. */
    public int length() {
        return dataLength + 1;
    }

    /**
     * How many codes of this form may wait at one destination at a time, so that a guess hits one of them with a chance of
     * 1 in 100 million: that part of all that can be drawn. Of digits a thousand may, since no guess can confirm any.
     */
    public long mostOutstanding() {
        return mostOutstanding;
    }

    /** Whether challenges with such a code must name their phone. */
    public boolean isForBoundModeOnly() {
        return this == DIGITS;
    }

    /** Draws one, in its normal form. */
    String draw(RandomGenerator random) {
        while (true) {
            StringBuilder code = new StringBuilder(length());
            int symbols = this == DIGITS ? Damm.SIZE : CrockfordBase32.SIZE;
            for (int i = 0; i < dataLength; i++) {
                code.append(CrockfordBase32.symbol(random.nextInt(symbols)));
            }
            code.append(check(code));
            if (canBeDrawn(code)) {
                return code.toString();
            }
        }
    }

    private char check(CharSequence data) {
        return switch (this) {
            case SHORT -> CrockfordBase32.check(data, dataLength, CrockfordBase32.POINT_OF_SHORT);
            case LONG -> CrockfordBase32.check(data, dataLength, CrockfordBase32.POINT_OF_LONG);
            case DIGITS -> Damm.check(data, dataLength);
        };
    }

    /** Whether it is a code of this form that may wait for a text. */
    boolean canBeDrawn(CharSequence code) {
        return accepts(code) && (this != SHORT || lettersIn(code) >= LEAST_LETTERS);
    }

    /** Whether it is read as a code. Short ones with fewer letters than are drawn now were drawn once. */
    private boolean accepts(CharSequence code) {
        return code.length() == length()
                && switch (this) {
                    case SHORT -> isChecked(code);
                    case LONG -> isChecked(code) && hasDigitThatIsNoLetter(code);
                    case DIGITS -> Damm.isDigits(code) && check(code) == code.charAt(dataLength);
                };
    }

    private boolean isChecked(CharSequence code) {
        return CrockfordBase32.isSymbols(code) && check(code) == code.charAt(dataLength);
    }

    private static long lettersIn(CharSequence code) {
        return code.chars().filter(c -> c > '9').count();
    }

    /** Without one it might be words, whose O is read as 0, and I and L as 1: every 32nd of the right length would pass. */
    private static boolean hasDigitThatIsNoLetter(CharSequence code) {
        return code.chars().anyMatch(c -> c >= '2' && c <= '9');
    }
}
