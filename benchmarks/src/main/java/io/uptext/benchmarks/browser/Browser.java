/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** One connection of one waiting browser. */
final class Browser extends ChannelInboundHandlerAdapter implements EventStream.Listener {

    private static final int OK = 200;
    private static final String NUMBER_ENDING = "\"numberEnding\":\"";
    private static final String PENDING = "\"status\":\"pending\"";

    private final Crowd crowd;
    private final int number;
    private final EventStream stream = new EventStream(this);
    private long now;

    Browser(Crowd crowd, int number) {
        this.crowd = crowd;
        this.number = number;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        String request =
                "GET /v1/watch HTTP/1.1\r\nHost: watch.example.com\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                        + crowd.token(number) + "\r\n\r\n";
        var _ = context.writeAndFlush(Unpooled.wrappedBuffer(request.getBytes(US_ASCII)), context.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        now = System.nanoTime();
        ByteBuf bytes = (ByteBuf) message;
        try {
            stream.read(bytes);
        } finally {
            bytes.release();
        }
        if (stream.hasEnded()) {
            var _ = context.close();
        }
    }

    @Override
    public void status(int status) {
        if (status != OK) {
            crowd.refused();
        }
    }

    @Override
    public void retry(long millis) {
        crowd.retry(number, millis);
    }

    @Override
    public void event(String name, String data) {
        switch (name) {
            case "state" -> {
                crowd.state(number, now);
                if (!data.contains(PENDING)) {
                    crowd.told(number, now, ending(data));
                }
            }
            case "outcome" -> crowd.told(number, now, ending(data));
            default -> {
                // Nothing else is waited for.
            }
        }
    }

    private static int ending(String data) {
        int at = data.indexOf(NUMBER_ENDING);
        if (at < 0) {
            return Seen.NO_ENDING;
        }
        int begin = at + NUMBER_ENDING.length();
        return Integer.parseInt(data.substring(begin, data.indexOf('"', begin)));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        crowd.left(number, System.nanoTime());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
