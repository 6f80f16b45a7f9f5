/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bird;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Signatures;

/** What Bird signs with a webhook's signing key, and MessageBird signed before it with an account's. */
final class BirdSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private BirdSignature() {}

    /**
     * The signature in base64.
     *
     * @param timestamp as it is written
     * @param address the URL; MessageBird's old scheme had the sorted query here
     * @param body the bytes, of which the digest is signed as bytes too
     */
    static String of(String key, String timestamp, String address, byte[] body) {
        byte[] head = (timestamp + "\n" + address + "\n").getBytes(UTF_8);
        return Signatures.hmac(ALGORITHM, key.getBytes(UTF_8), head, Signatures.sha256(body));
    }
}
