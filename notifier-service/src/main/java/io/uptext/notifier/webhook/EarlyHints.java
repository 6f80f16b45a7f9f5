/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Leaves out answers of 100 to 199, which come before the answer (RFC 9110, 15.2); the client would take the first one for it.
 * Some, at least: whoever sends them without end has answered with one of them.
 */
final class EarlyHints extends ChannelInboundHandlerAdapter {

    private static final int MOST = 16;

    private int leftOut;
    private boolean leavingOut;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            leavingOut = isEarly(response) && leftOut < MOST;
            leftOut = leavingOut ? leftOut + 1 : 0;
        }
        if (!leavingOut) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            leavingOut = false;
            context.read();
        }
    }

    private static boolean isEarly(HttpResponse response) {
        return response.decoderResult().isSuccess()
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }
}
