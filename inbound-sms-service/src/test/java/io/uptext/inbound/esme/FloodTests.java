/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.simulator.smsc.MobileMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An SMSC that sends without end and reads nothing costs its own link, and no memory. */
@Timeout(60)
class FloodTests {

    private static final int SMALL = 4096;

    @Test
    void aPeerThatReadsNoAnswersIsNotReadEitherAndIsGivenUp() throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(SMALL);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Receiver receiver = Receiver.at(List.of(server.getLocalPort()), "enquire-link=200ms")) {
                try (Socket peer = server.accept()) {
                    RawSmsc.answerBind(peer);
                    byte[] receipt = MobileMessage.of("+46701234567", "50500", "id:1 stat:DELIVRD")
                            .withEsmClass(0x04)
                            .pdus(1)
                            .getFirst();

                    assertThatThrownBy(() -> sendWithoutEnd(receipt, peer.getOutputStream()))
                            .isInstanceOf(IOException.class);
                }
                try (Socket again = server.accept()) {
                    RawSmsc.answerBind(again);
                }
                assertThat(receiver.texts()).isEmpty();
            }
        }
    }

    private static void sendWithoutEnd(byte[] pdu, OutputStream out) throws IOException {
        while (true) {
            out.write(pdu);
        }
    }
}
