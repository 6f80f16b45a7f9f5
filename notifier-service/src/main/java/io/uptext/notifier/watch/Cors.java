/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.List;
import java.util.Map;
import reactor.netty.http.server.HttpServerRequest;

/** What a page on another origin is allowed (the Fetch standard, section 3.2): to read the answer, and to send our headers. */
sealed interface Cors {

    /** The request is nothing that a browser would keep from its page. */
    record Own() implements Cors {}

    /** Pages of this origin may read what they are answered. */
    record Allowed(String origin) implements Cors {}

    /** They may not. */
    record Refused() implements Cors {}

    /** Answers depend on it, whatever they are. */
    Map<String, String> VARY = Map.of("Vary", "Origin");

    /** What a page that asks first may do; never with credentials, for no cookie says anything here. */
    static Map<String, String> preflight(String method) {
        return Map.of(
                "Access-Control-Allow-Methods",
                method,
                "Access-Control-Allow-Headers",
                "Authorization, Accept, Cache-Control, Last-Event-ID, Prefer",
                "Access-Control-Max-Age",
                "600");
    }

    /** Of a request whose challenge is not known yet. */
    static Cors of(HttpServerRequest request, Origins origins) {
        List<String> sent = request.requestHeaders().getAll(HttpHeaderNames.ORIGIN);
        if (sent.isEmpty() || isOwn(sent, request)) {
            return new Own();
        }
        return sent.size() == 1 && origins.mayAsk(sent.getFirst()) ? new Allowed(sent.getFirst()) : new Refused();
    }

    private static boolean isOwn(List<String> origins, HttpServerRequest request) {
        String host = request.requestHeaders().get(HttpHeaderNames.HOST, "");
        return origins.equals(List.of(request.scheme() + "://" + host));
    }

    /** Whether a browser asks before it sends what its page wants. */
    static boolean isPreflight(HttpServerRequest request) {
        HttpHeaders headers = request.requestHeaders();
        return request.method().equals(HttpMethod.OPTIONS)
                && headers.contains(HttpHeaderNames.ORIGIN)
                && headers.contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Whether the answer may be about a challenge of this relying party. */
    default boolean mayRead(Origins origins, RelyingPartyId party) {
        return switch (this) {
            case Own() -> true;
            case Allowed(String origin) -> origins.mayWatch(origin, party);
            case Refused() -> false;
        };
    }

    /** The headers of each answer. */
    default Map<String, String> headers() {
        return this instanceof Allowed(String origin)
                ? Map.of(
                        "Vary",
                        "Origin",
                        "Access-Control-Allow-Origin",
                        origin,
                        "Access-Control-Expose-Headers",
                        "Retry-After")
                : VARY;
    }
}
