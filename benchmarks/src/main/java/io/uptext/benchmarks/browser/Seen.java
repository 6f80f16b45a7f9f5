/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What one browser has seen. Times are {@link System#nanoTime()}, which is the same clock in all processes of a Linux machine
 * (CLOCK_MONOTONIC), and 0 for what has not happened.
 *
 * @param lostAt when its connection broke for the first time
 * @param stateAt when it last had a state
 * @param toldAt when it had learned the outcome
 * @param ending the last digits of the number that has confirmed, or −1
 */
public record Seen(long lostAt, long stateAt, long toldAt, int ending) {

    /** What stands for no number. */
    public static final int NO_ENDING = -1;

    void write(DataOutputStream out) throws IOException {
        out.writeLong(lostAt);
        out.writeLong(stateAt);
        out.writeLong(toldAt);
        out.writeByte(ending);
    }

    static Seen read(DataInputStream in) throws IOException {
        return new Seen(in.readLong(), in.readLong(), in.readLong(), in.readByte());
    }
}
