/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.verifier.join.JoinKey;

/** What our keys in Redis are called. The hash tag is the partition, so that all of one lies in one slot of a cluster. */
final class Names {

    private Names() {}

    static String slot(JoinKey key) {
        return tagged(key.partition()) + key.slot();
    }

    static String deadlines(int partition) {
        return tagged(partition) + "deadlines";
    }

    static String epoch(int partition) {
        return tagged(partition) + "epoch";
    }

    private static String tagged(int partition) {
        return "uptext:{" + partition + "}:";
    }
}
