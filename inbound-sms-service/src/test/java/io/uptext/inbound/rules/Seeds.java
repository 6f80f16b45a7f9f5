/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import java.security.SecureRandom;

/** Seeds of random tests: a new one each time, printed, so that a failure can be had again with {@code -Duptext.seed}. */
final class Seeds {

    private Seeds() {}

    static long next(String test) {
        long seed = Long.getLong("uptext.seed", new SecureRandom().nextLong());
        System.out.println("Seed of " + test + ": " + seed);
        return seed;
    }
}
