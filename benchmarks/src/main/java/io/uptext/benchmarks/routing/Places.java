/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/** Keys of the prototype in Redis. */
final class Places {

    /** As long as a challenge of three minutes can be looked up. */
    static final Duration KEPT = Duration.ofMinutes(13);

    private Places() {}

    /** Where a challenge stands, by the hash of its wait token. */
    static byte[] state(String tokenHash) {
        return ("w:" + tokenHash).getBytes(UTF_8);
    }

    /** At which instance its browser waits. */
    static byte[] place(String challengeId) {
        return ("p:" + challengeId).getBytes(UTF_8);
    }

    /** How it ended. */
    static byte[] outcome(String challengeId) {
        return ("o:" + challengeId).getBytes(UTF_8);
    }

    /** What an instance listens to. */
    static byte[] channel(int instance) {
        return ("bench.notifier." + instance).getBytes(UTF_8);
    }
}
