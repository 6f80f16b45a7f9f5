/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

/** Numbers as providers spell them. */
final class Numbers {

    private Numbers() {}

    /** International without the plus sign; short codes stay what they are. */
    static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    /** Whether it is a short code rather than a number that the world can call. */
    static boolean isShortCode(String number) {
        return !number.startsWith("+");
    }
}
