/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** Sends PDUs, all of one turn of the event loop together: to send costs much the same whatever it is. */
final class Outbox {

    private final ChannelHandlerContext context;
    private @Nullable ByteBuf unsent;
    private int sequence;

    Outbox(ChannelHandlerContext context) {
        this.context = context;
    }

    /** Sends at the end of this turn; what comes too late for the connection is left. */
    void send(byte[] pdu) {
        if (!context.channel().isActive()) {
            return;
        }
        if (unsent == null) {
            unsent = context.alloc().buffer();
            context.executor().execute(this::flush);
        }
        unsent.writeBytes(pdu);
    }

    /** Sends now what there is. */
    void flush() {
        if (unsent != null) {
            ByteBuf all = unsent;
            unsent = null;
            var _ = context.writeAndFlush(all, context.voidPromise());
        }
    }

    /** The sequence number of our next request, 1 to 0x7fffffff (SMPP 3.4, 3.2). */
    int next() {
        sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
        return sequence;
    }
}
