/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.Arrays;

/**
 * Crockford's base32 alphabet (no I, L, O, U) with a check character from the same alphabet.
 *
 * <p>Crockford's own check symbol (modulo 37) needs five characters more, among them {@code *} and {@code $}, which
 * people cannot dictate and QR codes encode badly. Ours is one symbol of a Reed-Solomon code over GF(32): it is the
 * data as a polynomial, evaluated at one element of order 31. Since that element's powers differ from one another, every
 * single wrong character and every transposition of two characters changes it.
 */
final class CrockfordBase32 {

    static final int SIZE = 32;

    static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** GF(32) as polynomials over GF(2) modulo x^5 + x^2 + 1. */
    private static final int MODULUS = 0b100101;
    /** x^3; 31 is prime, so every element but 0 and 1 has order 31. */
    static final int POINT_OF_SHORT = 0b01000;
    /**
     * x. Another one, since at the same one five characters that sum to nothing, GREEN for example, would make a long code
     * of every short one behind them.
     */
    static final int POINT_OF_LONG = 0b00010;

    private static final int ASCII_SIZE = 128;
    private static final byte NONE = -1;
    private static final byte[] VALUES = values();

    private CrockfordBase32() {}

    private static byte[] values() {
        byte[] values = new byte[ASCII_SIZE];
        Arrays.fill(values, NONE);
        for (byte value = 0; value < SIZE; value++) {
            values[SYMBOLS.charAt(value)] = value;
        }
        return values;
    }

    static char symbol(int value) {
        return SYMBOLS.charAt(value);
    }

    static boolean contains(char symbol) {
        return symbol < ASCII_SIZE && VALUES[symbol] != NONE;
    }

    /** The check character at a point of the first so many characters, up to thirty. */
    static char check(CharSequence code, int count, int point) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum = times(sum ^ VALUES[code.charAt(i)], point);
        }
        return symbol(sum);
    }

    static boolean isSymbols(CharSequence candidate) {
        for (int i = 0; i < candidate.length(); i++) {
            if (!contains(candidate.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int times(int left, int right) {
        int product = 0;
        for (int a = left, b = right; b != 0; b >>= 1) {
            if ((b & 1) != 0) {
                product ^= a;
            }
            a <<= 1;
            if (a >= SIZE) {
                a ^= MODULUS;
            }
        }
        return product;
    }
}
