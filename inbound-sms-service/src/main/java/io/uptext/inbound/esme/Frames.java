/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.uptext.inbound.smpp.Command;
import io.uptext.inbound.smpp.CommandStatus;
import io.uptext.inbound.smpp.Header;
import io.uptext.inbound.smpp.Pdus;
import java.util.List;

/**
 * Cuts what comes on a connection into PDUs by their first four octets. A length that cannot be ends the connection: nobody
 * knows where the next PDU would begin.
 */
final class Frames extends ByteToMessageDecoder {

    /** The longest text that an optional parameter can hold, and 4 KiB for everything else. */
    static final int LONGEST = 68 * 1024;

    private final Runnable onWrongLength;
    private boolean lost;

    /** Calls {@code onWrongLength} before the connection ends for one. */
    Frames(Runnable onWrongLength) {
        this.onWrongLength = onWrongLength;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (lost) {
            // The connection ends once our last word is out, and until then a peer may send.
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < Integer.BYTES) {
            return;
        }
        long length = in.getUnsignedInt(in.readerIndex());
        if (length < Header.LENGTH || length > LONGEST) {
            in.skipBytes(in.readableBytes());
            lost = true;
            onWrongLength.run();
            // A sequence number of 0: where a length is wrong, what follows it need not be one (SMPP 3.4, 4.3.1).
            byte[] nack = Pdus.response(Command.GENERIC_NACK, CommandStatus.RINVCMDLEN, 0);
            var _ = ctx.writeAndFlush(Unpooled.wrappedBuffer(nack)).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        if (in.readableBytes() >= length) {
            byte[] pdu = new byte[Math.toIntExact(length)];
            in.readBytes(pdu);
            out.add(pdu);
        }
    }
}
