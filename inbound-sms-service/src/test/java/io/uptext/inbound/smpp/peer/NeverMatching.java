/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;

/** Messages that hold a code and are no text of a person from a number: their response is ESME_ROK and nothing follows. */
final class NeverMatching {

    private static final int RECEIPTED_MESSAGE_ID = 0x001e;
    private static final int MESSAGE_STATE = 0x0427;
    private static final String DELIVERED = "02";
    private static final int ALPHANUMERIC = 5;

    private NeverMatching() {}

    static List<PeerText> all(String code) {
        byte[] text = ("ACME LOGIN " + code).getBytes(US_ASCII);
        byte[] receipt =
                ("id:0123456789 sub:001 dlvrd:001 submit date:2601010000 done date:2601010001 stat:DELIVRD err:000 text:ACME LOGIN "
                                + code)
                        .getBytes(US_ASCII);
        String id = HexFormat.of().formatHex("0123456789\0".getBytes(US_ASCII));
        return List.of(
                Draft.of("delivery receipt").esmClass(0x04).octets(receipt).isNoText(),
                Draft.of("delivery receipt with TLVs")
                        .esmClass(0x04)
                        .octets(text)
                        .tlv(RECEIPTED_MESSAGE_ID, id)
                        .tlv(MESSAGE_STATE, DELIVERED)
                        .isNoText(),
                Draft.of("delivery receipt by its TLVs alone")
                        .octets(receipt)
                        .tlv(RECEIPTED_MESSAGE_ID, id)
                        .tlv(MESSAGE_STATE, DELIVERED)
                        .isNoText(),
                Draft.of("delivery acknowledgement of an SME")
                        .esmClass(0x08)
                        .octets(text)
                        .isNoText(),
                Draft.of("user acknowledgement of an SME")
                        .esmClass(0x10)
                        .octets(text)
                        .isNoText(),
                Draft.of("conversation abort").esmClass(0x18).octets(text).isNoText(),
                Draft.of("intermediate notification")
                        .esmClass(0x20)
                        .octets(text)
                        .isNoText(),
                Draft.of("flash").dataCoding(0x10).octets(text).isNoText(),
                Draft.of("octets").dataCoding(4).octets(text).isNoText(),
                // Ports 16001 and 16000, which IANA leaves to applications.
                Draft.of("for a port")
                        .esmClass(Draft.UDHI)
                        .hex("06 0504 3e813e80")
                        .octets(text)
                        .isNoText(),
                Draft.of("SIM data download").protocolId(0x7f).octets(text).isNoText(),
                Draft.of("from a name")
                        .from("ACME", ALPHANUMERIC, 0)
                        .octets(text)
                        .isNoText());
    }
}
