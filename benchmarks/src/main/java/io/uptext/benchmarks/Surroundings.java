/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;

/** Where and when figures were taken, without which they say nothing. */
final class Surroundings {

    private Surroundings() {}

    static void print(PrintWriter out, Clock clock) {
        out.printf(
                "%s, %d processors, %s %s, Java %s; load, servers, Kafka and Redis share them%n",
                LocalDate.now(clock),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
        out.flush();
    }
}
