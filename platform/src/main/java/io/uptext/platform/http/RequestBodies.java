/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads bodies as bytes, with a bound. */
public final class RequestBodies {

    /** What our addresses take unless they say otherwise. */
    public static final int LARGEST = 8 * 1024;

    private static final byte[] EMPTY = {};

    private RequestBodies() {}

    /** The raw body; {@link Problem#TOO_LARGE} beyond {@value #LARGEST} bytes, without reading the rest. */
    public static Mono<byte[]> bytes(ServerRequest request) {
        return bytes(request.exchange().getRequest(), LARGEST);
    }

    /** The raw body; {@link Problem#TOO_LARGE} beyond {@code largest} bytes, without reading the rest. */
    public static Mono<byte[]> bytes(ServerHttpRequest request, int largest) {
        if (request.getHeaders().getContentLength() > largest) {
            return Mono.error(tooLarge(largest));
        }
        return DataBufferUtils.join(request.getBody(), largest)
                .map(RequestBodies::take)
                .defaultIfEmpty(EMPTY)
                .onErrorMap(failure -> failure instanceof DataBufferLimitException ? tooLarge(largest) : cutOff());
    }

    private static byte[] take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** A client that goes away in the middle is no fault of ours. */
    private static ProblemException cutOff() {
        return Problem.MALFORMED.because("The body did not come whole.");
    }

    private static ProblemException tooLarge(int largest) {
        return Problem.TOO_LARGE.because("A body may have " + largest + " bytes at most.");
    }
}
