/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Reads bodies as bytes, with a bound. */
public final class RequestBodies {

    /** What our addresses take unless they say otherwise. */
    public static final int LARGEST = 8 * 1024;

    private static final byte[] EMPTY = {};

    private RequestBodies() {}

    /** The raw body; {@link Problem#TOO_LARGE} beyond {@value #LARGEST} bytes, without reading the rest. */
    public static Mono<byte[]> bytes(ServerRequest request) {
        if (ServerHttpRequestDecorator.getNativeRequest(request.exchange().getRequest())
                instanceof HttpServerRequest server) {
            return Mono.defer(() -> {
                BodyReader reader = new BodyReader(LARGEST);
                return Mono.fromFuture(reader.read(server)).doFinally(_ -> reader.stop());
            });
        }
        if (request.headers().contentLength().orElse(0) > LARGEST) {
            return Mono.error(tooLarge(LARGEST));
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), LARGEST)
                .map(RequestBodies::take)
                .defaultIfEmpty(EMPTY)
                .onErrorMap(failure -> failure instanceof DataBufferLimitException ? tooLarge(LARGEST) : cutOff());
    }

    /**
     * As {@link #bytes}, of a request that brings JSON. It may say nothing of what it brings; but what is called something
     * else, or is packed, is not looked at, for somebody on the way may have read it as that.
     */
    public static Mono<byte[]> json(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        List<String> types = headers.getOrEmpty(HttpHeaders.CONTENT_TYPE);
        boolean isJson = types.isEmpty() || (types.size() == 1 && isJson(types.getFirst()));
        return isJson && headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).isEmpty()
                ? bytes(request)
                : Mono.error(Problem.UNSUPPORTED_MEDIA_TYPE.because(
                        "A body is application/json in UTF-8, without Content-Encoding."));
    }

    private static boolean isJson(String type) {
        return type.equals(MediaType.APPLICATION_JSON_VALUE)
                || parse(type)
                        .filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                        .filter(given ->
                                given.getCharset() == null || given.getCharset().equals(StandardCharsets.UTF_8))
                        .isPresent();
    }

    private static Optional<MediaType> parse(String type) {
        try {
            return Optional.of(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
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
