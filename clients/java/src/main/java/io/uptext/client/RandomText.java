/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.security.SecureRandom;
import java.util.Base64;

/** Random letters and digits that fit into headers, bodies and URLs. */
final class RandomText {

    /** 256 bits. */
    static final int ENOUGH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String of(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
