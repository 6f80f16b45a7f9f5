/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

/**
 * The check digit of H. Michael Damm ("Total anti-symmetrische Quasigruppen", Marburg 2004). It notices every wrong digit
 * and every exchange of two neighbours, which no sum modulo 10 does, and needs no eleventh digit.
 */
final class Damm {

    static final int SIZE = 10;

    /** A quasigroup whose squares are 0, and in which (a·b)·c = (a·c)·b for b = c only: row times column. */
    private static final String[] PRODUCTS = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    private Damm() {}

    /** The check digit of the first so many digits. */
    static char check(CharSequence digits, int count) {
        char product = '0';
        for (int i = 0; i < count; i++) {
            product = PRODUCTS[product - '0'].charAt(digits.charAt(i) - '0');
        }
        return product;
    }

    static boolean isDigits(CharSequence candidate) {
        for (int i = 0; i < candidate.length(); i++) {
            if (candidate.charAt(i) < '0' || candidate.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
