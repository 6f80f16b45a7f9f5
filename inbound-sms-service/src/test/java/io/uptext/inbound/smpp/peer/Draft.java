/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message that is being written. Unless told otherwise it is an ordinary one from an international number. */
final class Draft {

    static final String FROM = "447700900123";
    static final String TO = "447860039047";
    static final int UDHI = 0x40;
    static final int MESSAGE_PAYLOAD = 0x0424;

    private static final int INTERNATIONAL = 1;
    private static final int ISDN = 1;

    private final String name;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final Map<Integer, byte[]> tlvs = new LinkedHashMap<>();
    private String from = FROM;
    private int ton = INTERNATIONAL;
    private int npi = ISDN;
    private int esmClass;
    private int protocolId;
    private int dataCoding;

    private Draft(String name) {
        this.name = name;
    }

    static Draft of(String name) {
        return new Draft(name);
    }

    Draft from(String sender, int ton, int npi) {
        from = sender;
        this.ton = ton;
        this.npi = npi;
        return this;
    }

    Draft esmClass(int value) {
        esmClass = value;
        return this;
    }

    Draft protocolId(int value) {
        protocolId = value;
        return this;
    }

    Draft dataCoding(int value) {
        dataCoding = value;
        return this;
    }

    /** Adds to the short message. */
    Draft octets(byte[] more) {
        octets.writeBytes(more);
        return this;
    }

    /** Adds to the short message; spaces are for the eye. */
    Draft hex(String more) {
        return octets(parse(more));
    }

    Draft tlv(int tag, String value) {
        tlvs.put(tag, parse(value));
        return this;
    }

    /** Moves what was written so far out of the short message. */
    Draft asPayload() {
        tlvs.put(MESSAGE_PAYLOAD, octets.toByteArray());
        octets.reset();
        return this;
    }

    /** Ends it. */
    PeerText reads(@Nullable String text) {
        return new PeerText(
                new PeerMessage(
                        name,
                        from,
                        ton,
                        npi,
                        TO,
                        INTERNATIONAL,
                        ISDN,
                        esmClass,
                        protocolId,
                        dataCoding,
                        octets.toByteArray(),
                        Collections.unmodifiableMap(tlvs)),
                text);
    }

    /** Ends it; it must never match. */
    PeerText isNoText() {
        return reads(null);
    }

    private static byte[] parse(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
