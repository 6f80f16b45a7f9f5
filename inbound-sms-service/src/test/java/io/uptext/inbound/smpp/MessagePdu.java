/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A message as an SMSC writes it, field by field (SMPP 3.4, 4.6.1 and 4.7.1). Unless a test says otherwise, a person has
 * texted {@code Hej} from abroad to a short code.
 */
public final class MessagePdu {

    private int status;
    private int sequence = 1;
    private String serviceType = "";
    private byte[] source = address(1, 1, "46701234567");
    private byte[] destination = address(0, 0, "50500");
    private int esmClass;
    private int protocolId;
    private int priority;
    private String scheduled = "";
    private String validity = "";
    private int registered;
    private int replace;
    private int dataCoding;
    private int predefined;
    private byte[] text = "Hej".getBytes(ISO_8859_1);
    private final ByteArrayOutputStream tlvs = new ByteArrayOutputStream();

    /** A {@code deliver_sm}. */
    public byte[] deliverSm() {
        ByteArrayOutputStream body = head();
        body.write(text.length);
        body.writeBytes(text);
        body.writeBytes(tlvs.toByteArray());
        return pdu(0x00000005, body.toByteArray());
    }

    /** Where the text of {@link #deliverSm} begins. */
    int startOfText() {
        return 16 + head().size() + 1;
    }

    private ByteArrayOutputStream head() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(cString(serviceType));
        body.writeBytes(source);
        body.writeBytes(destination);
        body.write(esmClass);
        body.write(protocolId);
        body.write(priority);
        body.writeBytes(cString(scheduled));
        body.writeBytes(cString(validity));
        body.write(registered);
        body.write(replace);
        body.write(dataCoding);
        body.write(predefined);
        return body;
    }

    /** A {@code data_sm}, which has no text but in {@code message_payload}. */
    public byte[] dataSm() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(cString(serviceType));
        body.writeBytes(source);
        body.writeBytes(destination);
        body.write(esmClass);
        body.write(registered);
        body.write(dataCoding);
        body.writeBytes(tlvs.toByteArray());
        return pdu(0x00000103, body.toByteArray());
    }

    /** Any PDU. */
    static byte[] pdu(int command, int status, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    private byte[] pdu(int command, byte[] body) {
        return pdu(command, status, sequence, body);
    }

    /** What is read of a {@code deliver_sm}. */
    public ShortMessage read() {
        return read(deliverSm());
    }

    public static ShortMessage read(byte[] pdu) {
        try {
            return ((Pdu.Delivery) Pdu.read(pdu)).message();
        } catch (MalformedPduException e) {
            throw new AssertionError(e);
        }
    }

    MessagePdu status(int value) {
        status = value;
        return this;
    }

    public MessagePdu sequence(int number) {
        sequence = number;
        return this;
    }

    MessagePdu serviceType(String type) {
        serviceType = type;
        return this;
    }

    public MessagePdu from(int ton, int npi, String digits) {
        source = address(ton, npi, digits);
        return this;
    }

    public MessagePdu to(int ton, int npi, String digits) {
        destination = address(ton, npi, digits);
        return this;
    }

    public MessagePdu esmClass(int value) {
        esmClass = value;
        return this;
    }

    MessagePdu protocolId(int value) {
        protocolId = value;
        return this;
    }

    MessagePdu times(String delivery, String end) {
        scheduled = delivery;
        validity = end;
        return this;
    }

    MessagePdu flags(int priorityFlag, int registeredDelivery, int replaceIfPresent, int messageId) {
        priority = priorityFlag;
        registered = registeredDelivery;
        replace = replaceIfPresent;
        predefined = messageId;
        return this;
    }

    public MessagePdu dataCoding(int value) {
        dataCoding = value;
        return this;
    }

    public MessagePdu text(byte[] octets) {
        text = octets.clone();
        return this;
    }

    public MessagePdu text(String hex) {
        return text(HexFormat.of().parseHex(hex));
    }

    public MessagePdu tlv(int tag, byte[] value) {
        tlvs.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) tag)
                .putShort((short) value.length)
                .array());
        tlvs.writeBytes(value);
        return this;
    }

    public MessagePdu tlv(int tag, String hex) {
        return tlv(tag, HexFormat.of().parseHex(hex));
    }

    /** What stands behind the last parameter. */
    public MessagePdu tail(String hex) {
        tlvs.writeBytes(HexFormat.of().parseHex(hex));
        return this;
    }

    private static byte[] address(int ton, int npi, String digits) {
        byte[] string = cString(digits);
        return ByteBuffer.allocate(2 + string.length)
                .put((byte) ton)
                .put((byte) npi)
                .put(string)
                .array();
    }

    private static byte[] cString(String text) {
        return (text + "\0").getBytes(ISO_8859_1);
    }
}
