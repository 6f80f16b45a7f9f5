/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.gsm.Alphabet;
import io.uptext.inbound.gsm.DataCoding;
import io.uptext.inbound.gsm.UserDataHeader;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a carrier delivers, by its own habits. Only what a person has written on a phone is a text: reports, flash
 * messages, octets, and what is for a program or a SIM are not, whatever they hold.
 */
public final class MessageReader {

    /** Bits 5 to 2 of {@code esm_class}: what kind of message it is; a text has none of them (SMPP 3.4, 5.2.12). */
    private static final int KIND = 0x3c;

    /** Bit 6 of {@code esm_class}: there is a header before the text. */
    private static final int HAS_HEADER = 0x40;

    /** For the network or the phone itself: type 0, ANSI-136, and data for phone or SIM (3GPP TS 23.040, 9.2.3.9). */
    private static final Set<Integer> NOT_FOR_PEOPLE = Set.of(0x40, 0x7c, 0x7d, 0x7e, 0x7f);

    private static final Reading TO_PORT = new Reading.Nothing("a message to a port, which no person has written");
    private static final byte[] NO_PORT = {};

    private final Alphabet smscDefault;
    private final @Nullable String region;
    private final @Nullable Integer networkTag;

    /**
     * Reads as one carrier means it.
     *
     * @param smscDefault the alphabet behind data coding 0
     * @param region the country whose national numbers it sends, if it sends such
     * @param networkTag the optional parameter in which it names the sender's network, if it does
     */
    public MessageReader(Alphabet smscDefault, @Nullable String region, @Nullable Integer networkTag) {
        this.smscDefault = smscDefault;
        this.region = region;
        this.networkTag = networkTag;
    }

    /**
     * Reads a message.
     *
     * @param id what it is to be known by
     */
    public Reading read(ShortMessage message, String id) {
        if ((message.esmClass() & KIND) != 0 || message.tlvs().has(Tlvs.RECEIPTED_MESSAGE_ID)) {
            return new Reading.Nothing("a receipt or another report");
        }
        if (message.tlvs().areBroken()) {
            return new Reading.Malformed("the optional parameters reach past the end");
        }
        if (NOT_FOR_PEOPLE.contains(message.protocolId())) {
            return new Reading.Nothing("a message for the phone or its SIM");
        }
        if (isToPort(message.tlvs())) {
            return TO_PORT;
        }
        return switch (DataCoding.of(message.dataCoding())) {
            case DataCoding.NoText(String reason) -> new Reading.Nothing(reason);
            case DataCoding.Unread(String reason) -> new Reading.Malformed(reason);
            case DataCoding.SmscDefault _ -> read(message, smscDefault, id);
            case DataCoding.Text(Alphabet alphabet) -> read(message, asSent(alphabet), id);
        };
    }

    /** Who packs the default alphabet packs it wherever it is named. */
    private Alphabet asSent(Alphabet alphabet) {
        return alphabet == Alphabet.GSM_7BIT && smscDefault == Alphabet.GSM_7BIT_PACKED ? smscDefault : alphabet;
    }

    /**
     * Whether the SMSC names the port that it is for (SMPP 3.4, 5.3.2.20). Some name both ports beside every text, as 0; the
     * one that it comes from says nothing about where it goes.
     */
    private static boolean isToPort(Tlvs tlvs) {
        byte[] port = tlvs.get(Tlvs.DESTINATION_PORT).orElse(NO_PORT);
        for (byte octet : port) {
            if (octet != 0) {
                return true;
            }
        }
        return false;
    }

    private Reading read(ShortMessage message, Alphabet alphabet, String id) {
        if ((message.esmClass() & HAS_HEADER) == 0) {
            return read(message, alphabet, 0, null, id);
        }
        Optional<UserDataHeader> header = UserDataHeader.read(message.userData());
        if (header.isEmpty()) {
            return new Reading.Malformed("the lengths in the user data header do not add up");
        }
        return header.get().addressesPort()
                ? TO_PORT
                : read(message, alphabet, header.get().length(), header.get().part(), id);
    }

    private Reading read(ShortMessage message, Alphabet alphabet, int start, @Nullable Part inHeader, String id) {
        @Nullable Part part;
        try {
            part = inHeader == null ? part(message.tlvs()) : inHeader;
        } catch (MalformedPduException e) {
            return new Reading.Malformed("the optional parameters of a part have another length");
        }
        Optional<String> text = part == null
                ? alphabet.decode(message.userData(), start)
                : alphabet.decodePart(message.userData(), start);
        if (text.isEmpty()) {
            return new Reading.Malformed("the text is not in the alphabet that it is said to be in");
        }
        Optional<String> from = message.source().asSender(region);
        if (from.isEmpty()) {
            return new Reading.Malformed("the sender is not the phone number of a subscriber");
        }
        return Reading.of(new DoorMessage(
                id, from.get(), message.destination().asDestination(), text.get(), network(message.tlvs()), part));
    }

    /** The place in a longer message by {@code sar_*}; what is not complete or cannot be is ignored (SMPP 3.4, 5.3.2.22). */
    private static @Nullable Part part(Tlvs tlvs) throws MalformedPduException {
        OptionalInt reference = tlvs.number(Tlvs.SAR_MSG_REF_NUM, 2);
        OptionalInt total = tlvs.number(Tlvs.SAR_TOTAL_SEGMENTS, 1);
        OptionalInt number = tlvs.number(Tlvs.SAR_SEGMENT_SEQNUM, 1);
        return reference.isPresent()
                        && total.isPresent()
                        && number.isPresent()
                        && Part.isPossible(total.getAsInt(), number.getAsInt())
                ? new Part("sar" + reference.getAsInt(), total.getAsInt(), number.getAsInt())
                : null;
    }

    private @Nullable SenderNetwork network(Tlvs tlvs) {
        if (networkTag == null) {
            return null;
        }
        return tlvs.get(networkTag)
                .map(octets -> digits(octets, networkTag))
                .flatMap(NetworkCode::of)
                .map(code -> new SenderNetwork(code, null, null))
                .orElse(null);
    }

    /**
     * MCC and MNC in ASCII; a subaddress has its type before it (SMPP 3.4, 5.3.2.15) unless the SMSC forgets it, and some
     * end with a zero.
     */
    private static String digits(byte[] octets, int tag) {
        String all = new String(octets, ISO_8859_1).strip();
        boolean hasType = tag == Tlvs.SOURCE_SUBADDRESS && !all.isEmpty() && all.charAt(0) > '9';
        String own = hasType ? all.substring(1) : all;
        return own.replace("\0", "");
    }
}
