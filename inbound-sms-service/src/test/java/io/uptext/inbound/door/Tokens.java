/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Tokens for tests, also such as no library would write. */
public final class Tokens {

    /** The header that providers write. */
    public static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** A token with HMAC-SHA256, whatever its header says. */
    public static String sign(String header, String claims, String secret) {
        return signParts(part(header), part(claims), secret);
    }

    /** A token of parts that are encoded already, rightly signed. */
    public static String signParts(String header, String claims, String secret) {
        String signed = header + "." + claims;
        byte[] mac = Signatures.mac("HmacSHA256", secret.getBytes(UTF_8), signed.getBytes(UTF_8));
        return signed + "." + BASE64.encodeToString(mac);
    }

    /** A part as it stands in a token. */
    public static String part(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }
}
