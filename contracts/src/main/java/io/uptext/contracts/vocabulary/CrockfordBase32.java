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
    private static final int POINT = 0b01000;

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

    /** The check character of the first {@link ChallengeCode#DATA_LENGTH} characters. */
    static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < ChallengeCode.DATA_LENGTH; i++) {
            sum = times(sum ^ VALUES[code.charAt(i)], POINT);
        }
        return symbol(sum);
    }

    private static boolean isSymbols(CharSequence candidate) {
        for (int i = 0; i < candidate.length(); i++) {
            if (!contains(candidate.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isCode(CharSequence candidate) {
        return candidate.length() == ChallengeCode.LENGTH
                && isSymbols(candidate)
                && check(candidate) == candidate.charAt(ChallengeCode.DATA_LENGTH);
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
