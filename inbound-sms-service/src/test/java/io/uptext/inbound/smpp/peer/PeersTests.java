/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SMSCs of others do what the tests with them rely on. */
class PeersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final PeerMessage MESSAGE = PeerMessages.all().getFirst().message();

    @ParameterizedTest
    @EnumSource
    void everyMessageArrivesOctetForOctet(Peers peer) throws Exception {
        try (PeerSmsc smsc = peer.start();
                RawEsme esme = RawEsme.bind(smsc.port())) {
            smsc.awaitBound(PATIENCE);
            for (PeerText text : PeerMessages.all()) {
                PeerMessage message = text.message();
                assertThat(smsc.deliver(message, PATIENCE)).as(message.name()).isZero();
                assertThat(hex(esme.next())).as(message.name()).isEqualTo(hex(message.body()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatusOfTheResponseIsGiven(Peers peer) throws Exception {
        try (PeerSmsc smsc = peer.start();
                RawEsme esme = RawEsme.bind(smsc.port())) {
            smsc.awaitBound(PATIENCE);
            for (int status : new int[] {0, 0x08, 0x58, 0x64, 0x65, 0x400}) {
                esme.answersWith(status);
                assertThat(smsc.deliver(MESSAGE, PATIENCE)).isEqualTo(status);
            }
            esme.refusesWith(0x03);
            assertThat(smsc.deliver(MESSAGE, PATIENCE)).isEqualTo(0x03);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linksAreAnsweredAndUnbound(Peers peer) throws IOException {
        try (PeerSmsc smsc = peer.start();
                RawEsme esme = RawEsme.bind(smsc.port())) {
            assertThat(esme.enquire()).isZero();
            assertThat(esme.unbind()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theVersionIsTold(Peers peer) throws IOException {
        try (PeerSmsc smsc = peer.start();
                RawEsme esme = RawEsme.bind(smsc.port())) {
            assertThat(hex(esme.bindResponse())).endsWith("000210000134");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoBindsLastIsDeliveredTo(Peers peer) throws Exception {
        try (PeerSmsc smsc = peer.start();
                RawEsme first = RawEsme.bind(smsc.port())) {
            smsc.awaitBound(PATIENCE);
            smsc.deliver(MESSAGE, PATIENCE);
            assertThat(first.next()).isNotEmpty();
            first.unbind();
            try (RawEsme second = RawEsme.bind(smsc.port())) {
                smsc.awaitBinds(2, PATIENCE);
                smsc.deliver(MESSAGE, PATIENCE);
                assertThat(second.next()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyDeliverAtOnce(Peers peer) throws IOException, InterruptedException, ExecutionException {
        try (PeerSmsc smsc = peer.start();
                RawEsme _ = RawEsme.bind(smsc.port());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            smsc.awaitBound(PATIENCE);
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(threads.submit(() -> smsc.deliver(MESSAGE, PATIENCE)));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutABindNothingIsDelivered(Peers peer) {
        try (PeerSmsc smsc = peer.start()) {
            assertThatIllegalStateException().isThrownBy(() -> smsc.awaitBound(Duration.ofMillis(10)));
            assertThatIllegalStateException().isThrownBy(() -> smsc.deliver(MESSAGE, PATIENCE));
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        Path nowhere = Path.of("target", "no-such-folder");
        assertThat(NpmSmsc.missing("no-such-node", nowhere))
                .hasValueSatisfying(word -> assertThat(word).startsWith("Node.js is not installed"));
        assertThat(NpmSmsc.missing("true", nowhere))
                .hasValueSatisfying(word -> assertThat(word).startsWith("npm package smpp is not installed: "));
        assertThat(PerlSmsc.missing("perl", "No::Such::Module"))
                .hasValueSatisfying(
                        word -> assertThat(word).startsWith("Perl module No::Such::Module is not installed: "));
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
