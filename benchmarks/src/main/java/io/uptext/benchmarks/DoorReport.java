/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Contender;
import java.io.PrintWriter;
import java.util.Map;

/** The figures of {@link DoorBenchmark} in words. */
final class DoorReport {

    private DoorReport() {}

    static void print(PrintWriter out, Map<Contender, Medians<Round>> medians) {
        RoundTable.medians(out, medians);
        RoundTable.compare(out, medians, Contender.DOOR, Contender.WEBFLUX);
        RoundTable.compare(out, medians, Contender.DOOR, Contender.NETTY);
    }
}
