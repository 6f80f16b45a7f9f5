/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.smpp.peer.Dissection;
import io.uptext.inbound.smpp.peer.PeerMessages;
import io.uptext.inbound.smpp.peer.PeerSmsc;
import io.uptext.inbound.smpp.peer.PeerText;
import io.uptext.inbound.smpp.peer.Peers;
import io.uptext.inbound.smpp.peer.TcpTap;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SMSCs that others wrote deliver everything to our receiver, and a dissector that others wrote finds no fault in it. */
class ReceiverPeersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(Peers.class)
    void everyEncodingArrivesAndIsAcknowledged(Peers peer) throws Exception {
        try (PeerSmsc smsc = peer.start();
                Receiver receiver = Receiver.at(List.of(smsc.port()))) {
            smsc.awaitBound(PATIENCE);

            for (PeerText text : PeerMessages.all()) {
                assertThat(smsc.deliver(text.message(), PATIENCE))
                        .as(text.message().name())
                        .isZero();
            }

            List<String> parts = PeerMessages.all().stream()
                    .map(PeerText::text)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(receiver.texts()).containsAll(parts);
            assertThat(receiver.texts())
                    .filteredOn(text -> !parts.contains(text))
                    .as("the joined texts of those parts that have no code of their own")
                    .allMatch(text -> text.contains(PeerMessages.CODE));
        }
    }

    @ParameterizedTest
    @CsvSource({"JSMPP,receiver,3.4", "CH_SMPP,transceiver,3.4", "NPM,transceiver,5.0", "PERL,receiver,5.0"})
    void aDissectorFindsNoFaultInASession(Peers peer, String bind, String version) throws Exception {
        try (PeerSmsc smsc = peer.start();
                TcpTap tap = TcpTap.before(smsc.port())) {
            try (Receiver _ =
                    Receiver.at(List.of(tap.port()), "bind=" + bind, "version=" + version, "enquire-link=100ms")) {
                smsc.awaitBound(PATIENCE);
                for (PeerText text : PeerMessages.all()) {
                    assertThat(smsc.deliver(text.message(), PATIENCE)).isZero();
                }
            }

            Dissection dissection = Dissection.of(tap);

            assertThat(dissection.complaints()).isEmpty();
            assertThat(dissection.counts())
                    .containsEntry("deliver_sm_resp", PeerMessages.all().size())
                    .containsEntry("bind_" + bind, 1)
                    .containsEntry("unbind", 1)
                    .containsEntry("unbind_resp", 1);
        }
    }
}
