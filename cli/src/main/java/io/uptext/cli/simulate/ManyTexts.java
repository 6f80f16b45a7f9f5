/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscLoad;
import io.uptext.simulator.smsc.SmscLoadResults;
import io.uptext.simulator.traffic.Load;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Delivers many texts, says how it goes and at the end how it went, also when Ctrl-C is the end. */
record ManyTexts(SimulatedSmsc smsc, MobileText text, CommandLine command, boolean isTerminal) {

    int deliver(Load load, Patience patience) throws InterruptedException {
        SmscLoad running = smsc.load(text::next, load);
        patience.whenEnded(running::stop);
        SmscLoadResults results;
        try (@Nullable Progress _ = isTerminal ? Progress.of(() -> line(running.soFar()), command.getErr()) : null) {
            results = running.run();
        }
        print(results, command.getOut());
        return results.isAccepted() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static String line(SmscLoadResults results) {
        return "%s  %s sent, %s answered, p99 %s"
                .formatted(
                        Words.seconds(results.took()),
                        Words.count(results.sent()),
                        Words.count(results.answered()),
                        Words.millis(results.p99().toNanos()));
    }

    private void print(SmscLoadResults results, PrintWriter out) {
        out.printf(
                "%s sent in %s, %s a second%n",
                Words.count(results.sent()),
                Words.seconds(results.took()),
                Words.count(Math.round(results.perSecond())));
        results.answers().forEach((status, count) -> row(out, CommandStatus.name(status), count));
        if (results.unanswered() > 0) {
            row(out, "no answer", results.unanswered());
        }
        if (results.redelivered() > 0) {
            row(out, "delivered again", results.redelivered());
        }
        if (smsc.statistics().cuts() > 0) {
            row(out, "links cut", smsc.statistics().cuts());
        }
        if (results.answered() > 0) {
            out.printf(
                    "  p50 %s, p99 %s%n",
                    Words.millis(results.p50().toNanos()),
                    Words.millis(results.p99().toNanos()));
        }
        if (results.enquiries() > 0) {
            out.printf(
                    "  enquire_link p99 %s%n", Words.millis(results.enquireP99().toNanos()));
        }
        out.flush();
    }

    private static void row(PrintWriter out, String what, long count) {
        out.println("  %-16s %10s".formatted(what, Words.count(count)));
    }
}
