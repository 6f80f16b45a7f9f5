/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.element;

import io.uptext.element.Element;
import io.uptext.platform.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code GET /element/<version>/<file>}. What is under a version never changes, so it can be kept for ever; it is the same for
 * everybody and no secret, so that any page may load it.
 */
public final class ElementFiles {

    private static final String KEPT = "public, max-age=31536000, immutable";

    private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

    /** The two addresses. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/element/{version}/{file}", request -> file(request, request.pathVariable("file")))
                .GET(
                        "/element/{version}/words/{file}",
                        request -> file(request, "words/" + request.pathVariable("file")))
                .build();
    }

    private Mono<ServerResponse> file(ServerRequest request, String name) {
        byte[] content = Element.file(name)
                .filter(_ -> request.pathVariable("version").equals(Element.VERSION))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such file of the element, or no longer."));
        boolean isPacked = acceptsGzip(request);
        ServerResponse.BodyBuilder answer = ServerResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, type(name))
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff");
        return isPacked
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                        .bodyValue(packed.computeIfAbsent(name, _ -> gzip(content)))
                : answer.bodyValue(content);
    }

    private static boolean acceptsGzip(ServerRequest request) {
        return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(coding -> coding.strip().equals("gzip"));
    }

    private static String type(String name) {
        return name.endsWith(".js") ? "text/javascript;charset=utf-8" : "application/json";
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return packed.toByteArray();
    }
}
