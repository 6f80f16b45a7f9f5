/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a {@code deliver_sm} (SMPP 3.4, 4.6.1) or a {@code data_sm} (4.7.1) holds, as far as it matters here. */
public final class ShortMessage {

    private final byte[] pdu;
    private final Address source;
    private final Address destination;
    private final int esmClass;
    private final int protocolId;
    private final int dataCoding;
    private final String time;
    private final byte[] userData;
    private final Tlvs tlvs;

    private ShortMessage(
            Octets octets,
            Address source,
            Address destination,
            int esmClass,
            int protocolId,
            int dataCoding,
            String time,
            byte[] userData,
            Tlvs tlvs) {
        this.pdu = octets.all();
        this.source = source;
        this.destination = destination;
        this.esmClass = esmClass;
        this.protocolId = protocolId;
        this.dataCoding = dataCoding;
        this.time = time;
        this.userData = userData;
        this.tlvs = tlvs;
    }

    static ShortMessage ofDeliverSm(Octets octets) throws MalformedPduException {
        octets.cString();
        Address source = Address.read(octets);
        Address destination = Address.read(octets);
        int esmClass = octets.one();
        int protocolId = octets.one();
        octets.one();
        String time = octets.cString();
        octets.cString();
        octets.two();
        int dataCoding = octets.one();
        octets.one();
        int length = octets.one();
        byte[] text = octets.some(length, CommandStatus.RINVMSGLEN);
        Tlvs tlvs = Tlvs.read(octets);
        byte[] userData = tlvs.get(Tlvs.MESSAGE_PAYLOAD).orElse(text);
        return new ShortMessage(octets, source, destination, esmClass, protocolId, dataCoding, time, userData, tlvs);
    }

    static ShortMessage ofDataSm(Octets octets) throws MalformedPduException {
        octets.cString();
        Address source = Address.read(octets);
        Address destination = Address.read(octets);
        int esmClass = octets.one();
        octets.one();
        int dataCoding = octets.one();
        Tlvs tlvs = Tlvs.read(octets);
        byte[] userData = tlvs.get(Tlvs.MESSAGE_PAYLOAD).orElse(new byte[0]);
        return new ShortMessage(octets, source, destination, esmClass, 0, dataCoding, "", userData, tlvs);
    }

    /** The PDU that it came in, as it came. Nobody changes it. */
    public byte[] pdu() {
        return pdu;
    }

    /** Who sent it. */
    Address source() {
        return source;
    }

    /** What was texted. */
    Address destination() {
        return destination;
    }

    /** What kind of message it is (SMPP 3.4, 5.2.12). */
    int esmClass() {
        return esmClass;
    }

    /** What program it is for (3GPP TS 23.040, 9.2.3.9). */
    int protocolId() {
        return protocolId;
    }

    /** Its alphabet (SMPP 3.4, 5.2.19). */
    int dataCoding() {
        return dataCoding;
    }

    /** Its text, with the header in front if there is one. Nobody changes it. */
    byte[] userData() {
        return userData;
    }

    /** Its optional parameters. */
    Tlvs tlvs() {
        return tlvs;
    }

    /**
     * What tells it from others. A message has no id in SMPP: one that comes again after a response was lost is known by
     * having the same octets here, whichever SMSC brings it.
     */
    public byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream(64 + userData.length);
        add(content, source);
        add(content, destination);
        content.write(esmClass);
        content.write(protocolId);
        content.write(dataCoding);
        add(content, time.getBytes(StandardCharsets.ISO_8859_1));
        add(content, userData);
        for (int tag : new int[] {
            Tlvs.USER_MESSAGE_REFERENCE, Tlvs.SAR_MSG_REF_NUM, Tlvs.SAR_TOTAL_SEGMENTS, Tlvs.SAR_SEGMENT_SEQNUM
        }) {
            add(content, tlvs.get(tag).orElse(new byte[0]));
        }
        return content.toByteArray();
    }

    private static void add(ByteArrayOutputStream content, Address address) {
        content.write(address.ton());
        content.write(address.npi());
        add(content, address.digits().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** With its length, so that no two different messages can be the same in a row. */
    private static void add(ByteArrayOutputStream content, byte[] field) {
        content.write(field.length >>> Short.SIZE);
        content.write(field.length >>> Byte.SIZE);
        content.write(field.length);
        content.writeBytes(field);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "ShortMessage[***]";
    }
}
