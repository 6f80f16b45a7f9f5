/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request as it came, with nothing decoded: signatures are over bytes. */
public final class RawRequest {

    private static final String GET = "GET";

    private final String method;
    private final Function<String, List<String>> headers;
    private final @Nullable String rawQuery;
    private final byte[] body;
    private final Instant receivedAt;
    private final Set<String> clientCertificates;
    private Optional<Form> form = Optional.empty();
    private boolean formIsRead;

    /**
     * Holds what came.
     *
     * @param method in upper case
     * @param headers all values of a header by its name in any case
     * @param rawQuery what follows the question mark in the URL, still encoded; absent if there is no question mark
     * @param body the bytes, which nobody changes any more
     * @param receivedAt when our clock saw it
     * @param clientCertificates SHA-256 fingerprints, in lower-case hexadecimal, of what the client has shown in TLS
     */
    public RawRequest(
            String method,
            Function<String, List<String>> headers,
            @Nullable String rawQuery,
            byte[] body,
            Instant receivedAt,
            Set<String> clientCertificates) {
        this.method = method;
        this.headers = headers;
        this.rawQuery = rawQuery;
        this.body = body.clone();
        this.receivedAt = receivedAt;
        this.clientCertificates = Set.copyOf(clientCertificates);
    }

    /** The method, in upper case. */
    public String method() {
        return method;
    }

    /** Whether it is a GET, whose message is in the query. */
    public boolean isGet() {
        return GET.equals(method);
    }

    /** The one value of a header; empty where it is missing, and where it stands twice, since either could be meant. */
    public Optional<String> header(String name) {
        List<String> values = headers.apply(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Whether a header is there at all, even twice or empty. */
    public boolean hasHeader(String name) {
        return !headers.apply(name).isEmpty();
    }

    /** The content type without its parameters, in lower case; empty where there is not one. */
    public Optional<String> mediaType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** The query as it stands in the URL, if it has one. */
    public Optional<String> rawQuery() {
        return Optional.ofNullable(rawQuery);
    }

    /** The body. */
    public byte[] body() {
        return body.clone();
    }

    /** The parameters of its body, which signatures and messages are made of; empty where an escape is broken. */
    public Optional<Form> form() {
        if (!formIsRead) {
            form = Form.parse(body);
            formIsRead = true;
        }
        return form;
    }

    /** The SHA-256 digest of all that can hold a message: method, query and body. */
    public String digest() {
        return Signatures.sha256Hex((method + "?" + rawQuery + "\n").getBytes(UTF_8), body);
    }

    /** When it was received. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Fingerprints of the certificates that the client has shown. */
    public Set<String> clientCertificates() {
        return clientCertificates;
    }
}
