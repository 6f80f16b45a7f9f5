/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.simulator.traffic.Latencies;
import io.uptext.simulator.traffic.Load;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One load for a producer, sent from one thread; its concurrency is how many records are unacknowledged at most. */
final class RawLoad {

    private final Producer<byte[], byte[]> producer;
    private final List<ProducerRecord<byte[], byte[]>> records;
    private final Load load;
    private final Semaphore room;

    /** The producer's one thread counts in it, and who has all of the room reads it. */
    private final Latencies latencies = new Latencies();

    private volatile @Nullable Exception failure;

    RawLoad(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records, Load load) {
        this.producer = producer;
        this.records = records;
        this.load = load;
        this.room = new Semaphore(load.concurrency());
    }

    /**
     * Sends everything, and waits for the acknowledgements.
     *
     * @throws IllegalStateException if there is not one for each
     */
    Acknowledged run() throws InterruptedException {
        long begun = System.nanoTime();
        for (int number = 0; number < load.count(); number++) {
            await(begun + load.due(number));
            room.acquire();
            long since = load.isPaced() ? begun + load.due(number) : System.nanoTime();
            var _ = producer.send(records.get(number % records.size()), (_, reason) -> acknowledged(since, reason));
        }
        room.acquire(load.concurrency());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (failure != null) {
            throw new IllegalStateException("a record was not acknowledged", failure);
        }
        return new Acknowledged(
                load.count(), took, latencies.percentile(50), latencies.percentile(99), 0, Acknowledged.Enquiries.NONE);
    }

    private static void await(long due) {
        long wait = due - System.nanoTime();
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = due - System.nanoTime();
        }
    }

    private void acknowledged(long since, @Nullable Exception reason) {
        if (reason != null) {
            failure = reason;
        }
        latencies.add(Duration.ofNanos(System.nanoTime() - since));
        room.release();
    }
}
