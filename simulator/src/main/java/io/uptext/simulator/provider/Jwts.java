/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Tokens as providers sign them (RFC 7519, in the compact form of RFC 7515). */
final class Jwts {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Jwts() {}

    /**
     * Signs claims.
     *
     * @param algorithm HS256, HS384 or HS512
     */
    static String sign(String algorithm, String secret, Map<String, Object> claims) {
        String signed = part(new TreeMap<>(Map.of("alg", algorithm, "typ", "JWT"))) + "." + part(claims);
        byte[] mac = Macs.mac(
                "HmacSHA" + algorithm.substring("HS".length()), secret.getBytes(UTF_8), signed.getBytes(UTF_8));
        return signed + "." + BASE64.encodeToString(mac);
    }

    private static String part(Map<String, Object> object) {
        return BASE64.encodeToString(Jsons.write(object).getBytes(UTF_8));
    }
}
