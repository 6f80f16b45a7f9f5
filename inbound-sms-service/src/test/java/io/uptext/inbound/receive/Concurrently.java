/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does several things at once. */
public final class Concurrently {

    private static final long SECONDS = 30;

    private Concurrently() {}

    /** Calls with 1 to {@code times}, all on the same signal, each on its own thread, and gives the results in order. */
    public static <T> List<T> call(int times, IntFunction<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 1; number <= times; number++) {
                int each = number;
                running.add(threads.submit(() -> {
                    start.await();
                    return work.apply(each);
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get(SECONDS, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
