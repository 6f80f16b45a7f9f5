/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import io.netty.channel.group.ChannelGroup;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests without end, until it is closed. Whoever is refused comes again a little later, as providers do. */
public final class Pressure implements Talk, AutoCloseable {

    /** What stands for a status where a connection broke instead of an answer. */
    public static final int BROKEN = 0;

    private static final int OK = 200;
    private static final long PAUSE_MILLIS = 100;

    private final Supplier<byte[]> requests;
    private Map<Integer, Long> statuses = new TreeMap<>();
    private long longest;
    private volatile boolean closed;
    private @Nullable ChannelGroup connections;

    Pressure(Supplier<byte[]> requests) {
        this.requests = requests;
    }

    void over(ChannelGroup open) {
        connections = open;
    }

    @Override
    public byte[] next() {
        return requests.get();
    }

    @Override
    public synchronized long answered(int status, long nanos) {
        count(status);
        longest = Math.max(longest, nanos);
        return closed ? END : status == OK ? 0 : PAUSE_MILLIS;
    }

    @Override
    public synchronized void failed(Throwable reason) {
        if (!closed) {
            count(BROKEN);
        }
    }

    private void count(int status) {
        statuses.merge(status, 1L, Long::sum);
    }

    /** What was answered since the last time that somebody asked. */
    public synchronized Tally take() {
        Tally tally = new Tally(statuses, longest);
        statuses = new TreeMap<>();
        longest = 0;
        return tally;
    }

    /** Breaks off. */
    @Override
    public void close() {
        closed = true;
        if (connections != null) {
            connections.close().awaitUninterruptibly();
        }
    }
}
