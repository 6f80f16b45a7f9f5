/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that a door reads, without anything that proves them. */
public final class Bodies {

    private Bodies() {}

    /** A POST with a text in UTF-8. */
    public static RawRequest post(String body) {
        return post(body.getBytes(UTF_8));
    }

    /** A POST with bytes. */
    public static RawRequest post(byte[] body) {
        return request("POST", null, body);
    }

    /** A GET with a query. */
    public static RawRequest get(@Nullable String query) {
        return request("GET", query, new byte[0]);
    }

    private static RawRequest request(String method, @Nullable String query, byte[] body) {
        return new RawRequest(method, _ -> List.of(), query, body, Instant.EPOCH, Set.of());
    }
}
