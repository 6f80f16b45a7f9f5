/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.List;
import java.util.stream.Stream;

/**
 * One message of each kind that SMSCs deliver. Octets of the GSM alphabet are written out here, from 3GPP TS 23.038, so that
 * nobody's encoder is trusted.
 */
public final class PeerMessages {

    /** A code as it could be issued, in its normal form. */
    public static final String CODE = "7KQ4M2XHC";

    private static final int UDHI = Draft.UDHI;
    private static final int SAR_MSG_REF_NUM = 0x020c;
    private static final int SAR_TOTAL_SEGMENTS = 0x020e;
    private static final int SAR_SEGMENT_SEQNUM = 0x020f;

    private PeerMessages() {}

    /** All of them with {@link #CODE}. */
    public static List<PeerText> all() {
        return all(CODE);
    }

    /**
     * All of them.
     *
     * @param code nine characters, which are in every message that is whole and in the joined text of those in parts
     */
    public static List<PeerText> all(String code) {
        return Stream.of(texts(code), parts(code), NeverMatching.all(code))
                .flatMap(List::stream)
                .toList();
    }

    /** Whole texts of a person. */
    public static List<PeerText> texts(String code) {
        String plain = "ACME LOGIN " + code;
        byte[] ascii = (plain + " ").getBytes(US_ASCII);
        // The extension table, and characters that are others in ASCII; @ is a zero, here also the last octet.
        String gsm = "1b65 1b3c 1b3e 1b28 1b29 1b2f 1b3d 1b14 1b40 00 02 01 10 7b 5f 00";
        String gsmText = plain + " \u20ac[]{}\\~^|@$\u00a3\u0394\u00e4\u00a7@";
        String wide = plain + " \u043a\u043e\u0434 \ud83d\udc4d";
        String latin = plain + " gr\u00fc\u00dfe \u00e0 \u00e7a";
        return List.of(
                Draft.of("default alphabet, as GSM").octets(ascii).hex(gsm).reads(gsmText),
                Draft.of("IA5")
                        .dataCoding(1)
                        .octets(ascii)
                        .hex("5b 5d 7b 7d 5c 7e 5e 7c 40 24")
                        .reads(plain + " []{}\\~^|@$"),
                Draft.of("GSM with escapes that is called IA5")
                        .dataCoding(1)
                        .octets(ascii)
                        .hex("1b65 1b28 1b29")
                        .reads(plain + " \u20ac{}"),
                Draft.of("Latin-1")
                        .dataCoding(3)
                        .octets(latin.getBytes(ISO_8859_1))
                        .reads(latin),
                Draft.of("UCS-2 with a surrogate pair")
                        .dataCoding(8)
                        .octets(wide.getBytes(UTF_16BE))
                        .reads(wide),
                Draft.of("UCS-2 after a mark, low octet first")
                        .dataCoding(8)
                        .hex("fffe")
                        .octets(wide.getBytes(UTF_16LE))
                        .reads(wide),
                Draft.of("GSM, class 1").dataCoding(0xf1).octets(ascii).hex(gsm).reads(gsmText),
                Draft.of("message_payload").octets(ascii).hex(gsm).asPayload().reads(gsmText),
                Draft.of("message_payload in UCS-2")
                        .dataCoding(8)
                        .octets(wide.getBytes(UTF_16BE))
                        .asPayload()
                        .reads(wide),
                Draft.of("reply path").esmClass(0x80).octets(ascii).hex(gsm).reads(gsmText),
                Draft.of("TON and NPI unknown")
                        .from(Draft.FROM, 0, 0)
                        .octets(ascii)
                        .reads(plain + " "),
                // user_message_reference, its_session_info and one of a vendor
                Draft.of("TLVs that say nothing to us")
                        .octets(ascii)
                        .tlv(0x0204, "2a01")
                        .tlv(0x1383, "0102")
                        .tlv(0x1501, "00ff00")
                        .reads(plain + " "));
    }

    /**
     * Texts in two parts, each followed by the other; the joined text of both holds the code. In the first pair it stands in
     * the second part, in the others it is cut.
     */
    public static List<PeerText> parts(String code) {
        String first = "ACME LOGIN " + code.substring(0, 4);
        String second = code.substring(4) + " thanks";
        return List.of(
                Draft.of("8 bit reference, part 1")
                        .esmClass(UDHI)
                        .hex("05 0003 2a0201")
                        .octets(ascii("ACME "))
                        .hex("1b65 00")
                        .reads("ACME \u20ac@"),
                Draft.of("8 bit reference, part 2")
                        .esmClass(UDHI)
                        .hex("05 0003 2a0202")
                        .octets(ascii(" LOGIN " + code))
                        .reads(" LOGIN " + code),
                Draft.of("16 bit reference, part 1")
                        .esmClass(UDHI)
                        .dataCoding(8)
                        .hex("06 0804 2a000201")
                        .octets(first.getBytes(UTF_16BE))
                        .reads(first),
                Draft.of("16 bit reference, part 2")
                        .esmClass(UDHI)
                        .dataCoding(8)
                        .hex("06 0804 2a000202")
                        .octets(second.getBytes(UTF_16BE))
                        .reads(second),
                sar("sar TLVs, segment 1", 1).octets(ascii(first)).reads(first),
                sar("sar TLVs, segment 2", 2).octets(ascii(second)).reads(second),
                Draft.of("header in message_payload, part 1")
                        .esmClass(UDHI)
                        .hex("05 0003 2b0201")
                        .octets(ascii(first))
                        .asPayload()
                        .reads(first),
                Draft.of("header in message_payload, part 2")
                        .esmClass(UDHI)
                        .hex("05 0003 2b0202")
                        .octets(ascii(second))
                        .asPayload()
                        .reads(second));
    }

    private static Draft sar(String name, int number) {
        return Draft.of(name)
                .tlv(SAR_MSG_REF_NUM, "2a01")
                .tlv(SAR_TOTAL_SEGMENTS, "02")
                .tlv(SAR_SEGMENT_SEQNUM, "0" + number);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
