/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.uptext.inbound.loop.EventLoops;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever may take long is done where nobody else waits for it. */
class DialerTests {

    private final EventLoops loops = new EventLoops();
    private final EventLoop loop = loops.all().getFirst();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void keysAreReadOnNoEventLoop() throws Exception {
        CompletableFuture<Boolean> onALoop = new CompletableFuture<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dial(server.getLocalPort(), () -> {
                        onALoop.complete(loops.all().stream().anyMatch(EventLoop::inEventLoop));
                        return null;
                    })
                    .get(20, TimeUnit.SECONDS);
        }
        assertThat(onALoop).isCompletedWithValue(false);
    }

    @Test
    void keysThatCannotBeReadAreTheReasonThatIsTold() throws Exception {
        Ending ending = dial(2775, () -> {
                    throw new IllegalStateException("the SSL bundle operator cannot be used");
                })
                .handle((_, failure) -> Ending.Unreachable.of(failure))
                .get(20, TimeUnit.SECONDS);

        assertThat(ending.reason()).isEqualTo("the SSL bundle operator cannot be used");
    }

    private CompletableFuture<?> dial(int port, Supplier<@Nullable SslContext> tls) {
        return new Dialer(loops)
                .dial(
                        SmscAddress.parse("127.0.0.1:" + port),
                        tls,
                        Duration.ofSeconds(5),
                        loop,
                        new ChannelInboundHandlerAdapter());
    }
}
