/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import java.util.random.RandomGenerator;

/** What happens to a challenge. */
enum Fate {
    /** The right phone texts the code. */
    RIGHT(26),
    /** Another phone does so before it. */
    WRONG_THEN_RIGHT(10),
    /** Another phone does so, and nobody else. */
    WRONG(8),
    /** Another phone does so before it, and the relying party wants such a challenge to end. */
    DENYING(6),
    /** Nobody texts. */
    SILENT(8),
    /** The relying party gives up. */
    CANCELLED(9),
    /** The right phone texts when the validity is over. */
    LATE(6),
    /** The right phone sends two messages. */
    RIGHT_TWICE(7),
    /** The right phone's message is delivered twice. */
    SAME_TWICE(7),
    /** The message is in Kafka before the challenge. */
    OVERTAKING(6),
    /** The right phone texts the code, which another challenge has drawn, too. */
    SHARED(4),
    /** That other challenge. */
    TAKEN(0),
    /** A text with a code that no challenge has; there is no challenge. */
    NOBODY(3);

    private final int weight;

    Fate(int weight) {
        this.weight = weight;
    }

    static Fate draw(RandomGenerator random) {
        int all = 0;
        for (Fate each : values()) {
            all += each.weight;
        }
        int left = random.nextInt(all);
        for (Fate each : values()) {
            left -= each.weight;
            if (left < 0) {
                return each;
            }
        }
        throw new IllegalStateException("what is drawn is less than all weights");
    }
}
