/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/**
 * A number as SMPP writes it (3.4, 5.2.5 to 5.2.9).
 *
 * @param ton type of number, an octet
 * @param npi numbering plan, an octet
 * @param digits without a plus sign
 */
record Address(int ton, int npi, String digits) {

    private static final int UNKNOWN = 0;
    private static final int INTERNATIONAL = 1;
    private static final int ALPHANUMERIC = 5;
    private static final int ISDN = 1;

    /** International with a plus sign, letters as they are, anything else of an unknown type. */
    static Address of(String number) {
        if (number.startsWith("+")) {
            return new Address(INTERNATIONAL, ISDN, number.substring(1));
        }
        boolean hasLetters = number.chars().anyMatch(Character::isLetter);
        return hasLetters ? new Address(ALPHANUMERIC, UNKNOWN, number) : new Address(UNKNOWN, ISDN, number);
    }

    PduWriter write(PduWriter writer, int longest) {
        if (digits.length() > longest) {
            throw new IllegalArgumentException("a number has at most " + longest + " characters in SMPP");
        }
        return writer.octet(ton).octet(npi).cString(digits, longest);
    }
}
