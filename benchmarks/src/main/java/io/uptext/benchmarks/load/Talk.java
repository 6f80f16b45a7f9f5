/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

/** What all connections of a load have in common. Only the one thread that serves them calls it. */
interface Talk {

    /** There is nothing more to be said on this connection. */
    long END = -1;

    /** The next request, or an empty one where there is none left. */
    byte[] next();

    /** Takes an answer, and says how many milliseconds later its connection sends the next request, or {@link #END}. */
    long answered(int status, long nanos);

    /** A connection is of no use any more. */
    void failed(Throwable reason);
}
