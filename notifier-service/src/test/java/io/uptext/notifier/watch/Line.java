/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.notifier.recent.RecentChallenge;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream on an event loop, as in a server; but what it writes is recorded instead of sent. */
final class Line {

    private static final EventLoop LOOP = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("line", true), LocalIoHandler.newFactory())
            .next();

    private final LocalChannel channel = new LocalChannel();
    private final StringBuilder written = new StringBuilder();
    private final AtomicInteger guests = new AtomicInteger(1);
    private final Stream stream;
    private boolean closed;

    private Line(Streams streams, RecentChallenge challenge) {
        stream = new Stream(streams, challenge, new Counted(), LOOP, false);
    }

    /** Opens a stream, as the route does. */
    static Line open(Streams streams, RecentChallenge challenge) {
        Line line = new Line(streams, challenge);
        LOOP.register(line.channel).syncUninterruptibly();
        line.stream.open(line::takeOver, new byte[0]);
        return line;
    }

    private boolean takeOver() {
        channel.pipeline().addLast(new Recorder()).addLast(stream);
        return true;
    }

    /** The browser goes. */
    void leave() {
        LOOP.submit(() -> channel.pipeline().fireChannelInactive()).syncUninterruptibly();
    }

    /** All that has been written by what has happened until now. */
    String written() {
        return LOOP.submit(written::toString).syncUninterruptibly().getNow();
    }

    /** Whether it has ended by what has happened until now. */
    boolean isClosed() {
        return LOOP.submit(() -> closed).syncUninterruptibly().getNow();
    }

    /** How often its guest has still to leave; none if it has ended. */
    int guests() {
        return guests.get();
    }

    private final class Counted implements Admission.Guest {

        @Override
        public Admission.Guest welcome(RelyingPartyId party) {
            return this;
        }

        @Override
        public void leave() {
            guests.decrementAndGet();
        }
    }

    private final class Recorder extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ByteBuf bytes = (ByteBuf) message;
            written.append(closed ? "after the end: " : "").append(bytes.toString(UTF_8));
            bytes.release();
            promise.trySuccess();
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            // It is recorded already.
        }

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            if (!closed) {
                closed = true;
                promise.trySuccess();
                context.fireChannelInactive();
            }
        }
    }
}
