/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How a crowd stands.
 *
 * @param waiting how many have a state and an open stream, at the server where they are to be
 * @param told how many have learned the outcome
 * @param lost connections that broke before the outcome
 * @param refused answers that were not 200
 */
public record Count(int waiting, int told, int lost, int refused) {

    void write(DataOutputStream out) throws IOException {
        out.writeInt(waiting);
        out.writeInt(told);
        out.writeInt(lost);
        out.writeInt(refused);
    }

    static Count read(DataInputStream in) throws IOException {
        return new Count(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    /** In a sentence. */
    public String inWords() {
        return "%,d wait, %,d know the outcome, %,d connections broke, %,d answers were not 200"
                .formatted(waiting, told, lost, refused);
    }
}
