/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.Arrays;

/**
 * Forms of ids and numbers, checked character by character: every event has some ten of them, and a regular expression
 * takes ten times as long.
 */
final class Forms {

    private static final int ASCII = 128;
    private static final int LONGEST_NAME = 40;
    private static final boolean[] HEXADECIMAL = set("0123456789abcdef");
    private static final boolean[] BASE64_URL = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    private static final boolean[] DIGIT = set("0123456789");
    private static final boolean[] NAME = set("0123456789abcdefghijklmnopqrstuvwxyz-");

    private Forms() {}

    private static boolean[] set(String characters) {
        boolean[] set = new boolean[ASCII];
        Arrays.fill(set, false);
        characters.chars().forEach(each -> set[each] = true);
        return set;
    }

    /** A name from the configuration: 1 to 40 lower-case letters, digits and inner dashes. */
    static boolean isName(String text) {
        int length = text.length();
        return length >= 1
                && length <= LONGEST_NAME
                && text.charAt(0) != '-'
                && text.charAt(length - 1) != '-'
                && isOf(NAME, text, 0);
    }

    /** So many hexadecimal digits, in lower case. */
    static boolean isHexadecimal(String text, int digits) {
        return text.length() == digits && isOf(HEXADECIMAL, text, 0);
    }

    /** So many characters of base64url (RFC 4648, 5) without padding. */
    static boolean isBase64Url(String text, int length) {
        return text.length() == length && isOf(BASE64_URL, text, 0);
    }

    /** Digits only, at least and at most so many. */
    static boolean isDigits(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && isOf(DIGIT, text, 0);
    }

    /** A plus sign, and so many digits behind it of which the first is not zero. */
    static boolean isInternational(String text, int least, int most) {
        int digits = text.length() - 1;
        return digits >= least
                && digits <= most
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && isOf(DIGIT, text, 1);
    }

    private static boolean isOf(boolean[] set, String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII || !set[c]) {
                return false;
            }
        }
        return true;
    }
}
