/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.traffic.Results;
import java.io.PrintWriter;

/** What a load came to. */
final class Summary {

    private Summary() {}

    static void print(Results results, PrintWriter out) {
        out.printf(
                "%s sent in %s, %s a second%n",
                Words.count(results.sent()),
                Words.seconds(results.took()),
                Words.count(Math.round(results.perSecond())));
        results.answers().forEach((status, count) -> row(out, String.valueOf(status), count, ""));
        results.failures().forEach((failure, count) -> row(out, "no answer", count, failure.description()));
        if (results.unanswered() > 0) {
            row(out, "no answer", results.unanswered(), "not waited for");
        }
        if (results.answered() > 0) {
            out.printf(
                    "  p50 %s, p99 %s%n",
                    Words.millis(results.p50().toNanos()),
                    Words.millis(results.p99().toNanos()));
        }
        out.flush();
    }

    private static void row(PrintWriter out, String what, long count, String why) {
        out.println("  %-10s %10s  %s".formatted(what, Words.count(count), why).stripTrailing());
    }
}
