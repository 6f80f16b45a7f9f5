/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request as it came, with nothing decoded: signatures are over bytes. */
public final class RawRequest {

    private final Function<String, List<String>> headers;
    private final @Nullable String rawQuery;
    private final byte[] body;
    private final Instant receivedAt;

    /**
     * Holds what came.
     *
     * @param headers all values of a header by its name in any case
     * @param rawQuery what follows the question mark in the URL, still encoded; absent if there is no question mark
     * @param body the bytes, which nobody changes any more
     * @param receivedAt when our clock saw it
     */
    public RawRequest(
            Function<String, List<String>> headers, @Nullable String rawQuery, byte[] body, Instant receivedAt) {
        this.headers = headers;
        this.rawQuery = rawQuery;
        this.body = body.clone();
        this.receivedAt = receivedAt;
    }

    /** The one value of a header; empty where it is missing, and where it stands twice, since either could be meant. */
    public Optional<String> header(String name) {
        List<String> values = headers.apply(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The query as it stands in the URL, if it has one. */
    public Optional<String> rawQuery() {
        return Optional.ofNullable(rawQuery);
    }

    /** The body. */
    public byte[] body() {
        return body.clone();
    }

    /** When it was received. */
    public Instant receivedAt() {
        return receivedAt;
    }
}
