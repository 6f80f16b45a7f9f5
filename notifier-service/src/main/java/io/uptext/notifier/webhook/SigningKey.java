/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs what is sent to a webhook (Standard Webhooks 1.0.0, "Signature scheme"). Prints without itself. Two are
 * equal if they sign alike.
 */
sealed interface SigningKey {

    /** A signature with its identifier before it, as it stands in the header. */
    String sign(byte[] content);

    /**
     * Reads what {@code ./uptext keys webhook} writes.
     *
     * @throws IllegalArgumentException if it is no key, with what it must be like and nothing of it
     */
    static SigningKey parse(String text) {
        if (text.startsWith(Shared.PREFIX)) {
            return Shared.of(bytes(text.substring(Shared.PREFIX.length())));
        }
        if (text.startsWith(Private.PREFIX)) {
            return Private.of(bytes(text.substring(Private.PREFIX.length())));
        }
        throw new IllegalArgumentException(
                text.toLowerCase(Locale.ROOT).startsWith("whpk_")
                        ? "has a public key, with which nobody can sign; the private one begins with whsk_"
                        : "must have keys that begin with whsec_ or whsk_");
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // Without the cause, which quotes a character of it.
            throw new IllegalArgumentException("must have keys that are base64 behind whsec_ or whsk_");
        }
    }

    /** A secret that the relying party has, too: HMAC-SHA256. */
    record Shared(SecretKey key) implements SigningKey {

        static final String PREFIX = "whsec_";

        private static final String HMAC = "HmacSHA256";
        private static final int FEWEST_BYTES = 24;
        private static final int MOST_BYTES = 64;

        static Shared of(byte[] bytes) {
            if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException("must have " + FEWEST_BYTES + " to " + MOST_BYTES
                        + " bytes behind whsec_, which are 32 to 88 characters of base64");
            }
            return new Shared(new SecretKeySpec(bytes, HMAC));
        }

        @Override
        public String sign(byte[] content) {
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(key);
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }

        @Override
        public String toString() {
            return "v1 ***";
        }
    }

    /** Ours alone, while the relying party has the public key: Ed25519. */
    record Private(PrivateKey key) implements SigningKey {

        static final String PREFIX = "whsk_";

        private static final String ED25519 = "Ed25519";
        private static final int SEED_BYTES = 32;

        static Private of(byte[] seed) {
            if (seed.length != SEED_BYTES) {
                throw new IllegalArgumentException(
                        "must have " + SEED_BYTES + " bytes behind whsk_, the seed of an Ed25519 key (RFC 8032)");
            }
            try {
                return new Private(KeyFactory.getInstance(ED25519)
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has Ed25519", e);
            }
        }

        @Override
        public String sign(byte[] content) {
            try {
                Signature signature = Signature.getInstance(ED25519);
                signature.initSign(key);
                signature.update(content);
                return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has Ed25519", e);
            }
        }

        @Override
        public String toString() {
            return "v1a ***";
        }
    }
}
