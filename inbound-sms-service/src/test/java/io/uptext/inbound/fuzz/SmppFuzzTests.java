/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.esme.Cutting;
import io.uptext.inbound.gsm.Alphabet;
import io.uptext.inbound.smpp.MessageReader;
import io.uptext.inbound.smpp.Messages;
import io.uptext.platform.json.StrictUtf8;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** PDUs as any SMSC may send them. */
class SmppFuzzTests {

    private static final Alphabet[] ALPHABETS = Alphabet.values();
    private static final int SUBADDRESS = 0x0202;

    /** The first octet is an alphabet, the others are a PDU without its length. */
    @FuzzTest
    void whateverAnSmscDeliversIsReadTheSameTwiceOrToldOf(byte[] input) {
        if (input.length > 0) {
            Alphabet alphabet = ALPHABETS[Byte.toUnsignedInt(input[0]) % ALPHABETS.length];
            byte[] pdu = Messages.pdu(Arrays.copyOfRange(input, 1, input.length));
            Messages.delivered(pdu).ifPresent(message -> {
                assertThat(message.pdu()).isSameAs(pdu);
                assertThat(message.content())
                        .isEqualTo(Messages.delivered(Messages.renumbered(pdu))
                                .orElseThrow()
                                .content());
                assertReadable(new MessageReader(alphabet, null, null).read(message, "id"), pdu.length);
                assertReadable(new MessageReader(alphabet, "SE", SUBADDRESS).read(message, "id"), pdu.length);
            });
        }
    }

    /** The first octet is the length of the pieces in which the others come. */
    @FuzzTest
    void howeverTheNetworkCutsItThePdusAreThoseThatTheirLengthsSay(byte[] input) {
        if (input.length > 0) {
            byte[] octets = Arrays.copyOfRange(input, 1, input.length);
            Cutting whole = Cutting.of(octets, octets.length + 1);
            Cutting pieces = Cutting.of(octets, 1 + Byte.toUnsignedInt(input[0]));

            assertThat(pieces.frames()).containsExactlyElementsOf(whole.frames());
            assertThat(pieces.wrongLengths()).isEqualTo(whole.wrongLengths()).isLessThanOrEqualTo(1);
            assertThat(whole.isOpen()).isEqualTo(pieces.isOpen()).isEqualTo(whole.wrongLengths() == 0);
            int at = 0;
            for (byte[] frame : whole.frames()) {
                assertThat(ByteBuffer.wrap(frame).getInt())
                        .isEqualTo(frame.length)
                        .isGreaterThanOrEqualTo(16);
                assertThat(Arrays.copyOfRange(octets, at, at + frame.length)).isEqualTo(frame);
                at += frame.length;
                Messages.delivered(frame);
            }
        }
    }

    private static void assertReadable(Reading reading, int length) {
        switch (reading) {
            case Reading.Messages messages -> {
                assertThat(messages.messages()).hasSize(1);
                assertThat(messages.leftOut()).isNull();
                assertReadable(messages.messages().getFirst(), length);
            }
            case Reading.Nothing(String reason) -> assertThat(reason).isNotEmpty();
            case Reading.Malformed(String reason) -> assertThat(reason).isNotEmpty();
            case Reading.Handshake _, Reading.Subscription _ ->
                throw new AssertionError("there is no such thing in SMPP");
        }
    }

    private static void assertReadable(DoorMessage message, int length) {
        assertThat(StrictUtf8.canEncode(message.text())).isTrue();
        assertThat(message.text().length()).isLessThanOrEqualTo(length * 8 / 7);
        assertThat(message.from().length()).isLessThanOrEqualTo(length);
        Part part = message.part();
        if (part != null) {
            assertThat(Part.isPossible(part.total(), part.number())).isTrue();
            assertThat(part.reference()).matches("([0-9a-f]{2}){1,2}|sar[0-9]{1,5}");
        }
    }
}
