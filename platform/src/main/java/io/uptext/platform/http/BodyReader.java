/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Collects one body of limited length.
 *
 * <p>It is a subscriber of its own, since reactor-netty says twice that a connection was reset in the middle of a body, and
 * Reactor's subscribers tell the log of what comes after the end: anybody could fill it.
 */
public final class BodyReader implements CoreSubscriber<Object> {

    /** Most are shorter; and who only announces more gets no more for it. */
    private static final int FIRST = 1024;

    private final int largest;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private byte[] bytes = new byte[FIRST];
    private int count;
    private volatile @Nullable Subscription body;

    /** Takes {@code largest} bytes at most. */
    public BodyReader(int largest) {
        this.largest = largest;
    }

    /** All bytes, or a problem: it is too long, or does not come whole. The rest of what is too long is not read. */
    public CompletableFuture<byte[]> read(HttpServerRequest request) {
        if (announced(request.requestHeaders()) > largest) {
            whole.completeExceptionally(RequestBodies.tooLarge(largest));
        } else {
            request.receiveObject().subscribe(this);
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
    public void onSubscribe(Subscription subscription) {
        body = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object part) {
        ByteBuf more = part instanceof ByteBufHolder holder ? holder.content() : (ByteBuf) part;
        int size = more.readableBytes();
        if (size > largest - count) {
            whole.completeExceptionally(RequestBodies.tooLarge(largest));
            stop();
            return;
        }
        if (size > bytes.length - count) {
            bytes = Arrays.copyOf(bytes, Math.max(count + size, 2 * bytes.length));
        }
        more.readBytes(bytes, count, size);
        count += size;
    }

    @Override
    public void onComplete() {
        whole.complete(Arrays.copyOf(bytes, count));
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(RequestBodies.cutOff());
    }

    /** Reads no more, on any thread. */
    public void stop() {
        @Nullable Subscription reading = body;
        if (reading != null) {
            reading.cancel();
        }
    }
}
