/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;

/** Requests of the web framework as doors see them. */
final class RawRequests {

    private RawRequests() {}

    static RawRequest of(ServerHttpRequest request, byte[] body, Instant receivedAt) {
        return new RawRequest(
                request.getMethod().name(),
                request.getHeaders()::getOrEmpty,
                request.getURI().getRawQuery(),
                body,
                receivedAt,
                fingerprint(request));
    }

    /** The client's own certificate only: one of its issuers would stand for everybody whom that has certified. */
    private static Set<String> fingerprint(ServerHttpRequest request) {
        @Nullable SslInfo tls = request.getSslInfo();
        X509Certificate @Nullable [] chain = tls == null ? null : tls.getPeerCertificates();
        if (chain == null || chain.length == 0) {
            return Set.of();
        }
        try {
            return Set.of(Signatures.sha256Hex(chain[0].getEncoded()));
        } catch (CertificateEncodingException e) {
            return Set.of();
        }
    }
}
