/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.backend.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tap hands everything on, and remembers it. */
class TcpTapTests {

    private static final int COUNT = 100_000;

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());

    @Test
    void bothDirectionsArriveAndAreRemembered() throws IOException {
        Random random = new Random(seed);
        byte[] question = new byte[COUNT];
        byte[] answer = new byte[COUNT];
        random.nextBytes(question);
        random.nextBytes(answer);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TcpTap tap = TcpTap.before(server.getLocalPort());
                Socket esme = new Socket(InetAddress.getLoopbackAddress(), tap.port());
                Socket smsc = server.accept()) {
            Thread.ofVirtual().start(() -> write(esme, question));
            assertThat(smsc.getInputStream().readAllBytes()).as("seed %d", seed).isEqualTo(question);
            Thread.ofVirtual().start(() -> write(smsc, answer));
            assertThat(esme.getInputStream().readAllBytes()).as("seed %d", seed).isEqualTo(answer);

            List<TcpTap.Said> said = tap.said();
            assertThat(octets(said, true)).isEqualTo(question);
            assertThat(octets(said, false)).isEqualTo(answer);
            assertThat(said).extracting(TcpTap.Said::fromEsme).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
            assertThat(said).filteredOn(one -> one.octets().length == 0).hasSize(2);
        }
    }

    @Test
    void connectionsAreToldApart() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                TcpTap tap = TcpTap.before(server.getLocalPort())) {
            for (int number = 0; number < 2; number++) {
                try (Socket esme = new Socket(InetAddress.getLoopbackAddress(), tap.port());
                        Socket smsc = server.accept()) {
                    write(esme, new byte[] {(byte) number});
                    assertThat(smsc.getInputStream().readAllBytes()).containsExactly(number);
                }
            }
            assertThat(tap.said())
                    .filteredOn(said -> said.octets().length > 0)
                    .allSatisfy(said -> assertThat(said.octets()).containsExactly(said.connection()));
        }
    }

    @Test
    void whatIsBrokenOffIsToldTheOtherEnd() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TcpTap tap = TcpTap.before(server.getLocalPort());
                Socket esme = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
            Socket smsc = server.accept();
            smsc.setSoLinger(true, 0);
            smsc.close();
            assertThat(isOver(esme)).isTrue();
        }
    }

    @Test
    void whileTheSmscIsDownItStays() throws IOException {
        int port = Ports.free();
        try (TcpTap tap = TcpTap.before(port)) {
            try (Socket esme = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
                assertThat(isOver(esme)).isTrue();
            }
            try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    Socket esme = new Socket(InetAddress.getLoopbackAddress(), tap.port());
                    Socket smsc = server.accept()) {
                write(esme, new byte[] {1});
                assertThat(smsc.getInputStream().readAllBytes()).containsExactly(1);
            }
        }
    }

    private static boolean isOver(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static void write(Socket socket, byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(List<TcpTap.Said> said, boolean fromEsme) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        said.stream().filter(one -> one.fromEsme() == fromEsme).forEach(one -> octets.writeBytes(one.octets()));
        return octets.toByteArray();
    }
}
