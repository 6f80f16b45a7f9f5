/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Closes connections that do not keep up. A client that sends a byte of a header or of a body now and then is never idle, so
 * without deadlines a few hundred of them hold connections for ever (slowloris).
 */
public final class ConnectionGuard implements NettyServerCustomizer {

    /** From the connection to the end of the first request's headers. */
    private static final Duration HEADERS = Duration.ofSeconds(10);

    /** How late it may be noticed; to move a timer for every request would cost more than to look now and then. */
    private static final Duration CHECK = Duration.ofSeconds(1);

    private final Duration body;
    private final Duration next;

    /**
     * Gives a request so much time.
     *
     * @param body from the end of its headers to the end of its body
     * @param next from there to the end of the next request's headers, its own answer included; not for answers without end
     */
    public ConnectionGuard(Duration body, Duration next) {
        this.body = body;
        this.next = next;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> {
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                pipeline.addAfter(NettyPipeline.HttpCodec, "uptext.guard", new Guard(body, next));
            }
        });
    }

    private static final class Guard extends ChannelInboundHandlerAdapter {

        private final Duration body;
        private final Duration next;
        private long closesAt;
        private @Nullable Future<?> check;

        Guard(Duration body, Duration next) {
            this.body = body;
            this.next = next;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            allow(HEADERS);
            check = context.executor()
                    .scheduleAtFixedRate(
                            () -> closeIfLate(context), CHECK.toMillis(), CHECK.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            boolean isRequest = message instanceof HttpRequest;
            if (!isRequest
                    && message instanceof HttpObject part
                    && part.decoderResult().isFailure()) {
                // What came of the body until then would count as all of it.
                ReferenceCountUtil.release(message);
                close(context);
                return;
            }
            if (message instanceof LastHttpContent) {
                allow(next);
            } else if (isRequest) {
                allow(body);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            if (check != null) {
                check.cancel(false);
            }
        }

        private void allow(Duration time) {
            closesAt = System.nanoTime() + time.toNanos();
        }

        private void closeIfLate(ChannelHandlerContext context) {
            if (closesAt - System.nanoTime() <= 0) {
                close(context);
            }
        }

        private static void close(ChannelHandlerContext context) {
            var _ = context.close();
        }
    }
}
