/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.uptext.testkit.process.Lifeline;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Netty's HTTP codec and one handler that all connections share. */
final class HoldingNettyProgram {

    private static final int BACKLOG = 4_096;

    private HoldingNettyProgram() {}

    /** Serves on the port of loopback that is named first. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> {
            EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                    Runtime.getRuntime().availableProcessors(),
                    Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
            Holding holding = new Holding();
            var _ = new ServerBootstrap()
                    .group(group)
                    .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new HttpServerCodec(), holding);
                        }
                    })
                    .bind("127.0.0.1", Integer.parseInt(arguments[0]))
                    .sync();
            var _ = group.scheduleAtFixedRate(
                    holding::beat, Wire.HEARTBEAT.toMillis(), Wire.HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            return () -> {
                var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            };
        });
    }

    /** Holds all, and tells all. */
    @ChannelHandler.Sharable
    private static final class Holding extends SimpleChannelInboundHandler<HttpObject> {

        private final Set<Channel> waiting = ConcurrentHashMap.newKeySet();

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (!(message instanceof HttpRequest request)) {
                return;
            }
            if (request.uri().equals(Wire.TELL)) {
                waiting.forEach(each -> each.eventLoop().execute(() -> tell(each)));
                DefaultFullHttpResponse answer =
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT);
                var _ = context.writeAndFlush(answer, context.voidPromise());
                return;
            }
            HttpResponse answer = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_EVENT_STREAM)
                    .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                    .set("X-Accel-Buffering", "no")
                    .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
            var _ = context.write(answer, context.voidPromise());
            var _ = context.writeAndFlush(new DefaultHttpContent(Wire.state()), context.voidPromise());
            waiting.add(context.channel());
        }

        private void tell(Channel channel) {
            waiting.remove(channel);
            var _ = channel.write(new DefaultHttpContent(Wire.outcome()), channel.voidPromise());
            var _ = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT, channel.voidPromise());
        }

        private void beat() {
            for (Channel each : waiting) {
                var _ = each.writeAndFlush(new DefaultHttpContent(Wire.comment()), each.voidPromise());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            waiting.remove(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
