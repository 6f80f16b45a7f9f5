/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headers with which Plivo signs a request in one version of its scheme.
 *
 * @param signatures in base64: by the account's token, by the main account's, and by a new and an old one of either
 * @param nonce signed too
 */
record PlivoSignature(List<String> signatures, String nonce) {

    private static final String ALGORITHM = "HmacSHA256";

    /** No dot: V3 has one between the parameters and the nonce, so one inside would make that ambiguous. */
    private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    /** The versions of the scheme that are in use. */
    enum Version {
        /** Signs the URL without its query, and nothing of the message. */
        V2,
        /** Signs the URL and all parameters. */
        V3;

        private List<String> signatureHeaders() {
            return List.of("X-Plivo-Signature-" + this, "X-Plivo-Signature-Ma-" + this);
        }

        private String nonceHeader() {
            return "X-Plivo-Signature-" + this + "-Nonce";
        }

        private Stream<String> headers() {
            return Stream.concat(signatureHeaders().stream(), Stream.of(nonceHeader()));
        }

        /** Whether a request has any header of this version. */
        boolean isIn(RawRequest request) {
            return headers().anyMatch(request::hasHeader);
        }

        /** Whether a header of this version stands twice, so that either could be meant. */
        boolean isTwiceIn(RawRequest request) {
            return headers()
                    .filter(request::hasHeader)
                    .anyMatch(name -> request.header(name).isEmpty());
        }
    }

    /** The headers of a version, or empty where there is no signature or no nonce. */
    static Optional<PlivoSignature> of(RawRequest request, Version version) {
        List<String> signatures = version.signatureHeaders().stream()
                .flatMap(name -> request.header(name).stream())
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        return request.header(version.nonceHeader())
                .filter(nonce -> NONCE.matcher(nonce).matches())
                .filter(_ -> !signatures.isEmpty())
                .map(nonce -> new PlivoSignature(signatures, nonce));
    }

    /** Whether one of these tokens has signed; all are tried, whatever the first ones say. */
    boolean isOver(byte[] signed, List<String> tokens) {
        boolean found = false;
        for (String token : tokens) {
            String expected = Signatures.hmac(ALGORITHM, token.getBytes(UTF_8), signed, nonce.getBytes(UTF_8));
            for (String signature : signatures) {
                found |= Signatures.same(expected, signature);
            }
        }
        return found;
    }
}
