/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that no provider has signed, for tests of what doors read. */
public final class Raw {

    private static final Instant NOW = Instant.parse("2026-09-24T10:15:30Z");

    private Raw() {}

    /** A GET. */
    public static RawRequest get(String query) {
        return new RawRequest("GET", _ -> List.of(), query, new byte[0], NOW, Set.of());
    }

    /** A POST without headers. */
    public static RawRequest post(String body) {
        return post(null, body.getBytes(UTF_8), Map.of());
    }

    /** A POST with headers, each there once. */
    public static RawRequest post(@Nullable String query, byte[] body, Map<String, String> headers) {
        return new RawRequest(
                "POST",
                name -> headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .toList(),
                query,
                body,
                NOW,
                Set.of());
    }
}
