/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** Some requests, each sent once, all of which must be answered with one status. */
final class Batch implements Talk {

    private static final byte[] NOTHING = {};
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final byte[][] requests;
    private final int wanted;
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private final CompletableFuture<Answered> end = new CompletableFuture<>();
    private long begun;
    private int sent;
    private int answered;

    Batch(byte[][] requests, int wanted) {
        this.requests = requests;
        this.wanted = wanted;
    }

    @Override
    public byte[] next() {
        if (sent == requests.length || end.isDone()) {
            return NOTHING;
        }
        if (sent == 0) {
            begun = System.nanoTime();
        }
        return requests[sent++];
    }

    @Override
    public long answered(int status, long nanos) {
        if (status != wanted) {
            failed(new IllegalStateException("a request was answered with " + status + " rather than " + wanted));
            return END;
        }
        latencies.recordValue(Math.min(nanos, LONGEST_NANOS));
        answered++;
        if (answered == requests.length) {
            end.complete(new Answered(answered, System.nanoTime() - begun, latencies));
        }
        return 0;
    }

    @Override
    public void failed(Throwable reason) {
        end.completeExceptionally(reason);
    }

    CompletableFuture<Answered> end() {
        return end;
    }
}
