/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

/**
 * What an SMPP {@code data_coding} stands for: SMPP's own meaning up to 0x0F (SMPP 3.4, 5.2.19), and beyond that the one of
 * a short message on the radio side (3GPP TS 23.038, 4).
 */
public sealed interface DataCoding {

    /** 0: whichever alphabet the SMSC has as its own. */
    record SmscDefault() implements DataCoding {}

    /** A text in this alphabet, for a person to read and to keep. */
    record Text(Alphabet alphabet) implements DataCoding {}

    /** Something that nobody has written for a person to read and to keep. */
    record NoText(String reason) implements DataCoding {}

    /** A text, which may well be a person's, in a form that is not read. */
    record Unread(String reason) implements DataCoding {}

    /**
     * The meaning of a data coding.
     *
     * @param value one octet, 0 to 255
     * @throws IllegalArgumentException if it is none
     */
    static DataCoding of(int value) {
        return switch (value >> 4) {
            case 0x0 -> DataCodings.ofSmpp(value);
            case 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> DataCodings.general(value);
            case 0x8, 0x9, 0xa, 0xb -> DataCodings.RESERVED_GROUP;
            case 0xc, 0xd, 0xe -> DataCodings.WAITING;
            case 0xf -> DataCodings.withClass(value);
            default -> throw new IllegalArgumentException("a data coding is one octet");
        };
    }
}
