/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import io.uptext.inbound.gsm.DataCoding.NoText;
import io.uptext.inbound.gsm.DataCoding.SmscDefault;
import io.uptext.inbound.gsm.DataCoding.Text;
import io.uptext.inbound.gsm.DataCoding.Unread;

/** The groups of data codings. */
final class DataCodings {

    /** What is reserved is to be taken for the default alphabet (3GPP TS 23.038, 4). */
    static final DataCoding RESERVED_GROUP = new Text(Alphabet.GSM_7BIT);

    static final DataCoding WAITING = new NoText("a notice that messages wait");

    private static final DataCoding OCTETS = new NoText("octets that are no text");
    private static final DataCoding FLASH = new NoText("a flash message");
    private static final DataCoding COMPRESSED = new Unread("a compressed text");
    private static final DataCoding NOT_READ = new Unread("a text in an alphabet that is not read");
    private static final DataCoding RESERVED = new Unread("a text in a reserved data coding");

    private static final int IS_COMPRESSED = 0x20;
    private static final int HAS_CLASS = 0x10;
    private static final int CLASS = 0x03;
    private static final int ALPHABET_SHIFT = 2;
    private static final int ALPHABET = 0x03;
    private static final int IS_OCTETS = 0x04;

    private DataCodings() {}

    /** 0x00 to 0x0F (SMPP 3.4, 5.2.19). */
    static DataCoding ofSmpp(int value) {
        return switch (value) {
            case 0x00 -> new SmscDefault();
            case 0x01 -> new Text(Alphabet.IA5);
            case 0x02, 0x04 -> OCTETS;
            case 0x03 -> new Text(Alphabet.LATIN_1);
            case 0x05 -> new Text(Alphabet.SHIFT_JIS);
            case 0x06 -> new Text(Alphabet.CYRILLIC);
            case 0x07 -> new Text(Alphabet.HEBREW);
            case 0x08 -> new Text(Alphabet.UCS_2);
            case 0x0a -> new Text(Alphabet.ISO_2022_JP);
            case 0x0e -> new Text(Alphabet.KS_C_5601);
            // Pictograms and extended Kanji JIS.
            case 0x09, 0x0d -> NOT_READ;
            default -> RESERVED;
        };
    }

    /** General data coding, and automatic deletion, which has the same bits (3GPP TS 23.038, 4, 00xx and 01xx). */
    static DataCoding general(int value) {
        if ((value & IS_COMPRESSED) != 0) {
            return COMPRESSED;
        }
        if ((value & HAS_CLASS) != 0 && isFlash(value)) {
            return FLASH;
        }
        return switch ((value >> ALPHABET_SHIFT) & ALPHABET) {
            case 0 -> new Text(Alphabet.GSM_7BIT);
            case 1 -> OCTETS;
            case 2 -> new Text(Alphabet.UCS_2);
            default -> RESERVED_GROUP;
        };
    }

    /** Data coding with a class (3GPP TS 23.038, 4, 1111). Bit 3 is reserved there, and means nothing to a receiver. */
    static DataCoding withClass(int value) {
        if (isFlash(value)) {
            return FLASH;
        }
        return (value & IS_OCTETS) == 0 ? new Text(Alphabet.GSM_7BIT) : OCTETS;
    }

    /** Class 0 is shown at once and kept nowhere; no phone lets a person send it. */
    private static boolean isFlash(int value) {
        return (value & CLASS) == 0;
    }
}
