/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.sinch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SignedTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The four headers with which Sinch signs a callback.
 *
 * @param signature in base64
 * @param nonce signed together with the body
 * @param timestamp Unix seconds, as they are written
 * @param signedAt the same as a time
 */
record SinchSignature(String signature, String nonce, String timestamp, Instant signedAt) {

    /** The one algorithm. Whoever let the header choose would let a forger choose it. */
    private static final String ALGORITHM = "HmacSHA256";

    private static final String HEADER = "x-sinch-webhook-signature";

    /** No dot: it separates the body from the nonce in what is signed, so one inside would make that ambiguous. */
    private static final Pattern NONCE = Pattern.compile("[!-~&&[^.]]{1,128}");

    /** The headers of a request, or empty where one is missing, stands twice or has another form. */
    static Optional<SinchSignature> of(RawRequest request) {
        Optional<String> signature = request.header(HEADER);
        Optional<String> algorithm = request.header(HEADER + "-algorithm").filter(ALGORITHM::equals);
        Optional<String> nonce = request.header(HEADER + "-nonce").filter(SinchSignature::isNonce);
        Optional<String> timestamp = request.header(HEADER + "-timestamp");
        Optional<Instant> signedAt = timestamp.flatMap(SignedTime::ofUnixSeconds);
        return signature.isPresent()
                        && algorithm.isPresent()
                        && nonce.isPresent()
                        && timestamp.isPresent()
                        && signedAt.isPresent()
                ? Optional.of(new SinchSignature(signature.get(), nonce.get(), timestamp.get(), signedAt.get()))
                : Optional.empty();
    }

    private static boolean isNonce(String value) {
        return NONCE.matcher(value).matches();
    }

    /** Whether one of these secrets has signed this body; both are tried, whatever the first one says. */
    boolean isOver(byte[] body, List<String> secrets) {
        byte[] tail = ("." + nonce + "." + timestamp).getBytes(UTF_8);
        boolean signed = false;
        for (String secret : secrets) {
            signed |= Signatures.same(Signatures.hmac(ALGORITHM, secret.getBytes(UTF_8), body, tail), signature);
        }
        return signed;
    }
}
