/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.TimeUnit;

/** One connection: it sends the next request once the last is answered. */
final class Conversation extends SimpleChannelInboundHandler<Integer> {

    private final Talk talk;
    private long sentAt;
    private boolean waiting;

    Conversation(Talk talk) {
        this.talk = talk;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        sendNext(context);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Integer status) {
        waiting = false;
        long pause = talk.answered(status, System.nanoTime() - sentAt);
        if (pause == 0) {
            sendNext(context);
        } else if (pause != Talk.END) {
            var _ = context.executor().schedule(() -> sendNext(context), pause, TimeUnit.MILLISECONDS);
        }
    }

    private void sendNext(ChannelHandlerContext context) {
        byte[] request = talk.next();
        if (request.length > 0) {
            sentAt = System.nanoTime();
            waiting = true;
            var _ = context.writeAndFlush(Unpooled.wrappedBuffer(request), context.voidPromise());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (waiting) {
            waiting = false;
            talk.failed(new IllegalStateException("a connection was closed before its answer"));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        waiting = false;
        talk.failed(cause);
        var _ = context.close();
    }
}
