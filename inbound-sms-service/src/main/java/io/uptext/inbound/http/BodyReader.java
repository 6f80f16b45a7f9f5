/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.uptext.platform.http.RequestBodies;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.http.server.HttpServerRequest;

/** Collects one body of limited length. */
final class BodyReader extends BaseSubscriber<ByteBuf> {

    /** Most are shorter; and who only announces more gets no more for it. */
    private static final int FIRST = 1024;

    private final int largest;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private byte[] bytes = new byte[FIRST];
    private int count;

    /** Takes {@code largest} bytes at most. */
    BodyReader(int largest) {
        this.largest = largest;
    }

    /** All bytes, or a problem: it is too long, or does not come whole. The rest of what is too long is not read. */
    CompletableFuture<byte[]> read(HttpServerRequest request) {
        if (announced(request.requestHeaders()) > largest) {
            whole.completeExceptionally(RequestBodies.tooLarge(largest));
        } else {
            request.receive().subscribe(this);
        }
        return whole;
    }

    /** The length that is announced; the server has seen to it that it is a number, which may be beyond an {@code int}. */
    private static int announced(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                ? headers.getInt(HttpHeaderNames.CONTENT_LENGTH, Integer.MAX_VALUE)
                : 0;
    }

    @Override
    protected void hookOnNext(ByteBuf part) {
        int size = part.readableBytes();
        if (size > largest - count) {
            cancel();
            whole.completeExceptionally(RequestBodies.tooLarge(largest));
            return;
        }
        if (size > bytes.length - count) {
            bytes = Arrays.copyOf(bytes, Math.max(count + size, 2 * bytes.length));
        }
        part.readBytes(bytes, count, size);
        count += size;
    }

    @Override
    protected void hookOnComplete() {
        whole.complete(Arrays.copyOf(bytes, count));
    }

    @Override
    protected void hookOnError(Throwable failure) {
        whole.completeExceptionally(RequestBodies.cutOff());
    }
}
