/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Secrets of one run, drawn anew each time, so that none of them is worth keeping.
 *
 * @param pepper behind code keys
 * @param acmeKey Acme's API key
 * @param otherKey the API key of a second relying party
 * @param twilioToken what the simulated Twilio signs with
 * @param genericSecret what the simulated gateway signs with
 * @param smscPassword what we bind with at the simulated SMSC; SMPP has no longer ones
 */
public record DemoSecrets(
        String pepper, String acmeKey, String otherKey, String twilioToken, String genericSecret, String smscPassword) {

    static DemoSecrets draw(SecureRandom random) {
        return new DemoSecrets(
                Base64.getEncoder().encodeToString(bytes(random, 32)),
                "upk_acme_" + HexFormat.of().formatHex(bytes(random, 32)),
                "upk_other_" + HexFormat.of().formatHex(bytes(random, 32)),
                HexFormat.of().formatHex(bytes(random, 16)),
                "whsec_" + Base64.getEncoder().encodeToString(bytes(random, 32)),
                HexFormat.of().formatHex(bytes(random, 4)));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "DemoSecrets[***]";
    }
}
