/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.telnyx;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519 (RFC 8032) with keys and signatures in base64. */
final class Ed25519 {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;

    /** What stands before the raw key in a SubjectPublicKeyInfo (RFC 8410, section 4), which is what Java reads. */
    private static final byte[] KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** A public key of 32 raw bytes in base64; empty where it is none. */
    static Optional<PublicKey> publicKey(String base64) {
        return decode(base64, KEY_LENGTH).flatMap(raw -> {
            byte[] info = new byte[KEY_INFO.length + KEY_LENGTH];
            System.arraycopy(KEY_INFO, 0, info, 0, KEY_INFO.length);
            System.arraycopy(raw, 0, info, KEY_INFO.length, KEY_LENGTH);
            try {
                PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(info));
                // Not every 32 bytes are a point of the curve, which only shows when the key is put to use.
                Signature.getInstance(ALGORITHM).initVerify(key);
                return Optional.of(key);
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether a signature in base64 is by this key over these parts. */
    static boolean isSigned(PublicKey key, String base64, byte[]... parts) {
        Optional<byte[]> signature = decode(base64, SIGNATURE_LENGTH);
        if (signature.isEmpty()) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            for (byte[] part : parts) {
                verification.update(part);
            }
            return verification.verify(signature.get());
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Of the spellings that decode to the same bytes only one is right: nobody but the signer makes another one. */
    private static Optional<byte[]> decode(String base64, int length) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == length
                            && Base64.getEncoder().encodeToString(bytes).equals(base64)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
