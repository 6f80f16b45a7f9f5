/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What providers sign with. */
final class Macs {

    private Macs() {}

    static byte[] mac(String algorithm, byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    static String base64(String algorithm, String key, String signed) {
        return Base64.getEncoder().encodeToString(mac(algorithm, key.getBytes(UTF_8), signed.getBytes(UTF_8)));
    }

    static String hex(String algorithm, String key, String signed) {
        return HexFormat.of().formatHex(mac(algorithm, key.getBytes(UTF_8), signed.getBytes(UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    static byte[] md5(byte[] bytes) {
        return digest("MD5", bytes);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }
}
