/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
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
        if (request.headers().contentLength().orElse(0) > LARGEST) {
            return Mono.error(tooLarge(LARGEST));
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), LARGEST)
                .map(RequestBodies::take)
                .defaultIfEmpty(EMPTY)
                .onErrorMap(failure -> failure instanceof DataBufferLimitException ? tooLarge(LARGEST) : cutOff());
    }

    private static byte[] take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** What it is if a client goes away in the middle, which is no fault of ours. */
    public static ProblemException cutOff() {
        return Problem.MALFORMED.because("The body did not come whole.");
    }

    /** What a body of more than {@code largest} bytes is told. */
    public static ProblemException tooLarge(int largest) {
        return Problem.TOO_LARGE.because("A body may have " + largest + " bytes at most.");
    }
}
