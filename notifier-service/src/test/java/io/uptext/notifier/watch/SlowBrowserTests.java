/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.uptext.contracts.vocabulary.WaitToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Browsers that do not take what they are sent, over real connections: they go, and nobody else notices. */
class SlowBrowserTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    /** More than the kernels of both sides keep. */
    private static final int FLOOD = 2_000;

    private static final int MORE_MEGABYTES_THAN_KERNELS_KEEP = 64;

    private static final long NO_BOUND = Long.MAX_VALUE;

    @Test
    void a_browser_that_stops_reading_is_dropped_once_a_few_events_are_pending() throws IOException {
        try (Edge edge = edge(new Wheel.Pace(LONG, LONG));
                Socket slow = deaf(edge)) {
            assertDropped(edge, slow);
        }
    }

    @Test
    void a_browser_that_stops_reading_is_dropped_after_the_write_timeout_however_little_is_pending()
            throws IOException {
        try (Edge edge = edge(new Wheel.Pace(LONG, Duration.ofMillis(200), NO_BOUND));
                Socket slow = deaf(edge)) {
            assertDropped(edge, slow);
        }
    }

    @Test
    void a_browser_that_reads_again_in_time_stays() throws IOException {
        try (Edge edge = edge(new Wheel.Pace(LONG, LONG, NO_BOUND));
                Socket slow = deaf(edge)) {
            flood(edge);
            edge.tell(Story.confirmed());

            String all = new String(slow.getInputStream().readAllBytes(), US_ASCII);

            assertThat(all.split("event:attempt", -1)).hasSize(FLOOD + 1);
            assertThat(all).endsWith("data:{\"status\":\"confirmed\"}\n\n\r\n0\r\n\r\n");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(edge.ended(HowEnded.TOLD)).isOne());
        }
    }

    private static void assertDropped(Edge edge, Socket slow) {
        byte[] bytes = new byte[WaitToken.BYTES];
        Arrays.fill(bytes, (byte) 1);
        WaitToken token = WaitToken.of(bytes);
        edge.tell(Story.another(token));
        Browser other = Browser.watching(edge, "Authorization", "Bearer " + token.reveal());

        flood(edge);

        Awaitility.await()
                .untilAsserted(() -> assertThat(edge.ended(HowEnded.SLOW)).isOne());
        assertThat(edge.waiting()).isZero();
        assertThat(slow.isClosed()).isFalse();
        edge.tell(Story.cancelledAnother());
        assertThat(other.rest()).contains("event:state", "event:outcome").doesNotContain("event:attempt");
    }

    private static void flood(Edge edge) {
        for (int i = 0; i < FLOOD; i++) {
            edge.tell(Story.wrongPhone());
        }
    }

    private static Edge edge(Wheel.Pace pace) {
        Edge edge = new Edge(pace);
        edge.hasReadAll();
        edge.tell(Story.created());
        return edge;
    }

    /** Asks to watch, and reads nothing of the answer. */
    private static Socket deaf(Edge edge) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port()));
        socket.getOutputStream()
                .write(("GET /v1/watch HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + Story.TOKEN.reveal()
                                + "\r\n\r\n")
                        .getBytes(US_ASCII));
        Awaitility.await().until(() -> edge.watching() == 1);
        return socket;
    }

    @Test
    void a_browser_that_talks_without_end_is_not_listened_to() throws IOException {
        try (Edge edge = edge(new Wheel.Pace(LONG, LONG));
                Socket talking = deaf(edge)) {
            byte[] megabyte = new byte[1024 * 1024];
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MORE_MEGABYTES_THAN_KERNELS_KEEP; i++) {
                            talking.getOutputStream().write(megabyte);
                        }
                    })
                    .isInstanceOf(IOException.class);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(edge.ended(HowEnded.GONE)).isOne());
            assertThat(edge.waiting()).isZero();
        }
    }

    @Test
    void a_stream_keeps_nothing_of_what_the_server_keeps_for_requests() {
        try (Edge edge = edge(new Wheel.Pace(LONG, Duration.ofSeconds(7)))) {
            Browser browser = Browser.watching(edge);
            Channel channel = edge.connections.getFirst();

            assertThat(browser.next()).first().isEqualTo("event:state");
            assertThat(channel.pipeline().toMap()).containsOnlyKeys("uptext.watch");
            if (channel instanceof EpollSocketChannel) {
                assertThat(channel.config().getOption(EpollChannelOption.TCP_USER_TIMEOUT))
                        .isEqualTo(12_000);
            }
        }
    }
}
