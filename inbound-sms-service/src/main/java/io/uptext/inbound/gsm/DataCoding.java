/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/** The alphabets of texts by their SMPP {@code data_coding} (SMPP 3.4, 5.2.19). What is none of them is no text. */
public enum DataCoding {
    /** 0: the SMSC's default, here the GSM alphabet with one character to an octet. */
    GSM_7BIT(0),
    /** 1: IA5, which is ASCII. */
    IA5(1),
    /** 3: ISO 8859-1. */
    LATIN_1(3),
    /** 8: UCS-2. */
    UCS_2(8);

    private static final int FIRST_PRINTABLE = 0x20;

    private final int value;

    DataCoding(int value) {
        this.value = value;
    }

    /** The alphabet of a data coding; empty where it stands for no text that we read. */
    public static Optional<DataCoding> of(int value) {
        return Arrays.stream(values()).filter(coding -> coding.value == value).findFirst();
    }

    /** Reads a text, or nothing where the octets cannot be this alphabet. */
    public Optional<String> decode(byte[] octets) {
        return switch (this) {
            case GSM_7BIT -> Gsm7.decode(octets);
            case IA5 -> ia5(octets);
            case LATIN_1 -> Optional.of(new String(octets, ISO_8859_1));
            case UCS_2 -> Ucs2.decode(octets);
        };
    }

    /**
     * Reads ASCII. Control characters give the GSM alphabet away, which some peers label so: {@code @}, {@code $} and the
     * escape are such.
     */
    private static Optional<String> ia5(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return Optional.empty();
            }
            if (octet < FIRST_PRINTABLE && octet != '\n' && octet != '\r' && octet != '\t') {
                return Gsm7.decode(octets);
            }
        }
        return Optional.of(new String(octets, US_ASCII));
    }
}
