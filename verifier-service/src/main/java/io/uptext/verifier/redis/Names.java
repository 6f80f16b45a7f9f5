/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.verifier.join.JoinKey;

/** What our keys in Redis are called. */
final class Names {

    private Names() {}

    static String slot(JoinKey key) {
        return tagged(key.partition()) + "slot:" + key.code();
    }

    static String deadlines(int partition) {
        return tagged(partition) + "deadlines";
    }

    private static String tagged(int partition) {
        return "uptext:{" + partition + "}:";
    }
}
