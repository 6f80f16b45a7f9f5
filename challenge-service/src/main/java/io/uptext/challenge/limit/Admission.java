/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import io.uptext.contracts.vocabulary.CodeKey;
import java.time.Duration;
import java.util.List;

/**
 * A challenge that is to be created, as limits see it. Nothing in it tells who it is for.
 *
 * @param destination what all of a destination have in common, and nobody else
 * @param challenge its id
 * @param named whether the same can be asked for again
 * @param draw how many codes were drawn for it before this one
 * @param code its code's key
 * @param validity how long it takes places
 * @param rates which it counts for
 * @param caps which it takes a place of
 */
public record Admission(
        String destination,
        String challenge,
        boolean named,
        int draw,
        CodeKey code,
        Duration validity,
        List<Rate> rates,
        List<Cap> caps) {

    /** Stands for the draw of a challenge that is in the log: what is drawn of it makes no difference any more. */
    static final int DRAW_OF_LOG = -1;

    public Admission {
        rates = List.copyOf(rates);
        caps = List.copyOf(caps);
    }

    /**
     * What the limits say of it.
     *
     * @param counts for each rate its backlog, for each cap the places taken and when the first is freed, in microseconds;
     *     before this challenge
     */
    public boolean fits(long[] counts) {
        for (int i = 0; i < rates.size(); i++) {
            if (rates.get(i).pause(counts[i]) > 0) {
                return false;
            }
        }
        for (int i = 0; i < caps.size(); i++) {
            if (counts[takenAt(i)] >= caps.get(i).most()) {
                return false;
            }
        }
        return true;
    }

    /** Where the places taken of a cap stand among counts; the first end follows. */
    int takenAt(int cap) {
        return rates.size() + 2 * cap;
    }

    /** How many counts there are. */
    public int counts() {
        return takenAt(caps.size());
    }
}
