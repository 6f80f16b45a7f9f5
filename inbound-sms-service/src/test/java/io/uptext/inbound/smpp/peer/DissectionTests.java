/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wireshark finds in a recorded session what was said, and finds fault with what is wrong. */
class DissectionTests {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PORT = 2775;
    private static final String ENQUIRE_LINK = "00000010 00000015 00000000 00000001";

    @ParameterizedTest
    @EnumSource
    void aSessionWithEveryMessageIsFreeOfComplaints(Peers peer) throws Exception {
        List<PeerText> texts = PeerMessages.all();
        try (PeerSmsc smsc = peer.start();
                TcpTap tap = TcpTap.before(smsc.port());
                RawEsme esme = RawEsme.bind(tap.port())) {
            smsc.awaitBound(PATIENCE);
            for (PeerText text : texts) {
                smsc.deliver(text.message(), PATIENCE);
            }
            esme.enquire();
            esme.unbind();
            Dissection dissection = Dissection.of(tap);
            assertThat(dissection.complaints()).isEmpty();
            assertThat(dissection.counts())
                    .isEqualTo(Map.of(
                            "bind_transceiver", 1,
                            "bind_transceiver_resp", 1,
                            "deliver_sm", texts.size(),
                            "deliver_sm_resp", texts.size(),
                            "enquire_link", 1,
                            "enquire_link_resp", 1,
                            "unbind", 1,
                            "unbind_resp", 1));
        }
    }

    @Test
    void manyPdusInOneSegmentAreFound() {
        assertThat(dissected(ENQUIRE_LINK.repeat(5))).isEqualTo(new Dissection(Map.of("enquire_link", 5), List.of()));
    }

    @Test
    void aPduOverManySegmentsIsFound() {
        byte[] pdu = deliverSm(PeerMessages.all().getFirst().message());
        List<TcpTap.Said> octetByOctet = IntStream.range(0, pdu.length)
                .mapToObj(at -> new TcpTap.Said(0, false, Arrays.copyOfRange(pdu, at, at + 1)))
                .toList();
        assertThat(Dissection.of(octetByOctet, PORT)).isEqualTo(new Dissection(Map.of("deliver_sm", 1), List.of()));
    }

    @Test
    void aPayloadOfManySegmentsIsFound() {
        PeerMessage large = Draft.of("large")
                .octets(new byte[20_000])
                .asPayload()
                .isNoText()
                .message();
        assertThat(Dissection.of(List.of(new TcpTap.Said(0, false, deliverSm(large))), PORT))
                .isEqualTo(new Dissection(Map.of("deliver_sm", 1), List.of()));
    }

    @Test
    void aPduThatIsCutOffIsComplainedOf() {
        assertThat(dissected(ENQUIRE_LINK + "00000010 00000015 0000").complaints())
                .anySatisfy(complaint -> assertThat(complaint).startsWith("10 octets from the ESME are no PDU"));
    }

    @Test
    void aStringWithoutAnEndIsComplainedOf() {
        assertThat(dissected("00000014 80000005 00000000 00000001 41414141").complaints())
                .isNotEmpty();
    }

    @Test
    void aTlvThatReachesPastTheEndIsComplainedOf() {
        assertThat(dissected("00000016 80000005 00000000 00000001 00 0424 00ff 41")
                        .complaints())
                .isNotEmpty();
    }

    @Test
    void aTextThatReachesPastTheEndIsComplainedOf() {
        byte[] pdu = deliverSm(PeerMessages.all().getFirst().message());
        byte[] lying = Arrays.copyOf(pdu, pdu.length - 3);
        ByteBuffer.wrap(lying).putInt(0, lying.length);
        assertThat(Dissection.of(List.of(new TcpTap.Said(0, false, lying)), PORT)
                        .complaints())
                .isNotEmpty();
    }

    private static Dissection dissected(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
        return Dissection.of(List.of(new TcpTap.Said(0, true, octets)), PORT);
    }

    private static byte[] deliverSm(PeerMessage message) {
        byte[] body = message.body();
        ByteArrayOutputStream pdu = new ByteArrayOutputStream();
        pdu.writeBytes(ByteBuffer.allocate(16)
                .putInt(16 + body.length)
                .putInt(Commands.DELIVER_SM)
                .putInt(0)
                .putInt(1)
                .array());
        pdu.writeBytes(body);
        return pdu.toByteArray();
    }
}
