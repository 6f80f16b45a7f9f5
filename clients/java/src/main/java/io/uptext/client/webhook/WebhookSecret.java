/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What a signature is compared by: a shared secret, or a public key. Prints without either. */
abstract sealed class WebhookSecret {

    private static final String SHARED = "whsec_";
    private static final String PUBLIC = "whpk_";

    /** The least that Standard Webhooks allows. */
    private static final int FEWEST_BYTES = 24;

    private static final int PUBLIC_BYTES = 32;

    /** A SubjectPublicKeyInfo of Ed25519 without its 32 bytes (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** How signatures by it begin. */
    abstract String version();

    /** Whether one of the signatures is by it. */
    abstract boolean signs(byte[] content, List<byte[]> signatures);

    static WebhookSecret parse(String secret) {
        if (secret.startsWith(SHARED)) {
            byte[] bytes = bytes(secret.substring(SHARED.length()));
            if (bytes.length < FEWEST_BYTES) {
                throw new IllegalArgumentException("a webhook secret has at least " + FEWEST_BYTES + " bytes");
            }
            return new Shared(new SecretKeySpec(bytes, "HmacSHA256"));
        }
        if (secret.startsWith(PUBLIC)) {
            return new Public(publicKey(bytes(secret.substring(PUBLIC.length()))));
        }
        throw new IllegalArgumentException(
                "a webhook secret begins with whsec_, or with whpk_ where it is a public key");
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes a character of it.
            throw new IllegalArgumentException("a webhook secret is base64 behind its prefix");
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        if (raw.length != PUBLIC_BYTES) {
            throw new IllegalArgumentException("a public key of webhooks has " + PUBLIC_BYTES + " bytes");
        }
        byte[] encoded = new byte[ED25519.length + PUBLIC_BYTES];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(raw, 0, encoded, ED25519.length, PUBLIC_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("a public key of webhooks is one of Ed25519");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return version() + " ***";
    }

    private static final class Shared extends WebhookSecret {

        private final SecretKey key;

        Shared(SecretKey key) {
            this.key = key;
        }

        @Override
        String version() {
            return "v1";
        }

        @Override
        boolean signs(byte[] content, List<byte[]> signatures) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                byte[] right = mac.doFinal(content);
                return signatures.stream().anyMatch(signature -> MessageDigest.isEqual(right, signature));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }
    }

    private static final class Public extends WebhookSecret {

        private final PublicKey key;

        Public(PublicKey key) {
            this.key = key;
        }

        @Override
        String version() {
            return "v1a";
        }

        @Override
        boolean signs(byte[] content, List<byte[]> signatures) {
            return signatures.stream().anyMatch(signature -> signs(content, signature));
        }

        private boolean signs(byte[] content, byte[] signature) {
            try {
                Signature verification = Signature.getInstance("Ed25519");
                verification.initVerify(key);
                verification.update(content);
                return verification.verify(signature);
            } catch (SignatureException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has Ed25519", e);
            }
        }
    }
}
