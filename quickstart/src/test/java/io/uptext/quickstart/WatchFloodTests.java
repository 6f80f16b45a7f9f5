/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand streams from one client, who has four addresses: it gets what four may have, and nobody else notices.
 *
 * <p>By other addresses of loopback than all other tests, whose connections would be refused with them.
 */
class WatchFloodTests {

    private static final int PORT = Running.STACK.addresses().notifier();
    private static final int ADDRESSES = 4;
    private static final int OF_EACH = 2_500;

    /** {@code uptext.notifier.limits.open-per-address}. */
    private static final int MOST = 1_000;

    /** How many may wait for one challenge. */
    private static final int OF_A_CHALLENGE = 8;

    private static final long MEGABYTE = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void ten_thousand_streams_of_one_client_are_refused_within_limits_and_others_are_served() throws Exception {
        List<String> tokens = IntStream.range(0, ADDRESSES * MOST / OF_A_CHALLENGE)
                .mapToObj(_ -> Running.create("{}").path("waitToken").asString())
                .toList();
        long before = used();
        List<Flood> floods = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(ADDRESSES)) {
            List<Future<Flood>> running = IntStream.range(0, ADDRESSES)
                    .mapToObj(i -> threads.submit(() -> flood(i, tokens)))
                    .toList();
            for (Future<Flood> each : running) {
                floods.add(each.get());
            }
            assertThat(floods).allSatisfy(flood -> {
                assertThat(flood.open()).hasSize(MOST);
                assertThat(flood.refused()).isEqualTo(OF_EACH - MOST);
            });
            assertThat(pollOfAnother()).isEqualTo(200);
            long growth = (used() - before) / MEGABYTE;
            System.getLogger("io.uptext.quickstart")
                    .log(System.Logger.Level.INFO, "{0} MB with both ends of 4,000 streams", growth);
            assertThat(growth).isLessThan(256);
        } finally {
            for (Flood flood : floods) {
                for (Socket socket : flood.open()) {
                    socket.close();
                }
            }
        }
        // Who has left has left nothing behind.
        String token = Running.create("{}").path("waitToken").asString();
        for (int i = 0; i < ADDRESSES; i++) {
            int address = i;
            Awaitility.await().atMost(SOON).until(() -> {
                try (Socket socket = connect(address)) {
                    return status(socket, token) == 200;
                }
            });
        }
    }

    private static int pollOfAnother() {
        String token = Running.create("{}").path("waitToken").asString();
        return Running.send(WatchTickets.poll(PORT, "")
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    /** What became of those from one address. */
    private record Flood(List<Socket> open, int refused) {}

    private static Flood flood(int address, List<String> tokens) throws IOException {
        List<Socket> open = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < OF_EACH; i++) {
            Socket socket = connect(address);
            String token = tokens.get((address * MOST + i % MOST) / OF_A_CHALLENGE);
            int status = status(socket, token);
            if (status == 200) {
                open.add(socket);
            } else {
                assertThat(status).isEqualTo(429);
                refused++;
                socket.close();
            }
        }
        return new Flood(open, refused);
    }

    private static Socket connect(int address) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + (2 + address)), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
        socket.setSoTimeout((int) SOON.toMillis());
        return socket;
    }

    private static int status(Socket socket, String token) throws IOException {
        socket.getOutputStream()
                .write(("GET /v1/watch HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return RawHttp.statuses(new String(line, ISO_8859_1)).getFirst();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
