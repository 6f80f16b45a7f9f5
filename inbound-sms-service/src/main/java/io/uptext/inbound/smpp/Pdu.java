/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.util.Optional;
import java.util.OptionalInt;

/** What an SMSC sends on a bind to receive. */
public sealed interface Pdu {

    /** What it begins with. */
    Header header();

    /**
     * The answer to a bind.
     *
     * @param systemId what the SMSC calls itself; some say nothing, and none that refuses
     * @param interfaceVersion the version of the protocol that it speaks, 0x34 or 0x50 for example, if it says so
     */
    record BindResponse(Header header, String systemId, OptionalInt interfaceVersion) implements Pdu {

        /** What the SMSC speaks, in words. */
        public String spoken() {
            if (interfaceVersion.isEmpty()) {
                return "a version of SMPP that it does not name";
            }
            int version = interfaceVersion.getAsInt();
            return "SMPP " + (version >> 4) + "." + (version & 0xf);
        }
    }

    /** A message, to be answered with {@code response}. */
    record Delivery(Header header, ShortMessage message, Command response) implements Pdu {}

    /** A PDU of which nothing more is read. */
    record Plain(Header header, Command command) implements Pdu {}

    /** A command that has no place on a bind to receive. */
    record Unknown(Header header) implements Pdu {}

    /** Reads the header of a PDU, which has {@value Header#LENGTH} octets at least. */
    static Header header(byte[] pdu) {
        try {
            Octets octets = new Octets(pdu, Integer.BYTES);
            return new Header(octets.four(), new CommandStatus(octets.four()), octets.four());
        } catch (MalformedPduException e) {
            throw new IllegalArgumentException("a PDU has a header", e);
        }
    }

    /**
     * Reads a PDU.
     *
     * @param pdu all of it, {@value Header#LENGTH} octets at least
     * @throws MalformedPduException if its body is not what its header says
     */
    static Pdu read(byte[] pdu) throws MalformedPduException {
        Header header = header(pdu);
        Optional<Command> command = Command.of(header.commandId());
        if (command.isEmpty()) {
            return new Unknown(header);
        }
        Octets body = new Octets(pdu, Header.LENGTH);
        return switch (command.get()) {
            case BIND_RECEIVER_RESP, BIND_TRANSCEIVER_RESP -> bindResponse(header, body);
            case DELIVER_SM -> new Delivery(header, ShortMessage.ofDeliverSm(body), Command.DELIVER_SM_RESP);
            case DATA_SM -> new Delivery(header, ShortMessage.ofDataSm(body), Command.DATA_SM_RESP);
            case GENERIC_NACK, UNBIND, UNBIND_RESP, ENQUIRE_LINK, ENQUIRE_LINK_RESP, ALERT_NOTIFICATION ->
                new Plain(header, command.get());
            case BIND_RECEIVER, BIND_TRANSCEIVER, DELIVER_SM_RESP, DATA_SM_RESP -> new Unknown(header);
        };
    }

    /**
     * A refusal has no body (SMPP 3.4, 4.1.2), and whatever one has after all, it is a refusal. Some SMSCs leave it out
     * elsewhere, too, or write it wrongly: it says little, and who is bound is bound.
     */
    private static BindResponse bindResponse(Header header, Octets body) {
        if (body.left() > 0 && header.status().isOk()) {
            try {
                String systemId = body.cString();
                return new BindResponse(header, systemId, Tlvs.read(body).number(Tlvs.SC_INTERFACE_VERSION, 1));
            } catch (MalformedPduException e) {
                // As if it were not there.
            }
        }
        return new BindResponse(header, "", OptionalInt.empty());
    }
}
