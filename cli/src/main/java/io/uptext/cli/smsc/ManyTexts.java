/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.simulate.Progress;
import io.uptext.cli.simulate.Words;
import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscLoad;
import io.uptext.simulator.smsc.SmscLoadResults;
import io.uptext.simulator.traffic.Load;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Delivers many texts, says how it goes and at the end how it went. */
record ManyTexts(
        SimulatedSmsc smsc, PrintWriter out, @Nullable PrintWriter terminal) {

    /** Whether all were accepted. */
    boolean deliver(Supplier<MobileMessage> messages, Load load, CompletableFuture<Void> end)
            throws InterruptedException {
        SmscLoad texts = smsc.load(messages, load);
        var _ = end.thenRun(texts::stop);
        SmscLoadResults results;
        try (@Nullable Progress _ = terminal == null ? null : Progress.of(() -> line(texts.soFar()), terminal)) {
            results = texts.run();
        }
        print(results);
        return results.isAccepted();
    }

    private static String line(SmscLoadResults results) {
        return "%s sent, %s answered, %s of them ESME_ROK, p99 %s"
                .formatted(
                        Words.count(results.sent()),
                        Words.count(results.answered()),
                        Words.count(results.answers().getOrDefault(CommandStatus.ROK, 0L)),
                        Words.millis(results.p99().toNanos()));
    }

    private void print(SmscLoadResults results) {
        out.printf(
                "%s sent in %s, %s a second%n",
                Words.count(results.sent()),
                Words.seconds(results.took()),
                Words.count(Math.round(results.perSecond())));
        results.answers().forEach((status, count) -> row(CommandStatus.name(status), count, ""));
        if (results.unanswered() > 0) {
            row("no answer", results.unanswered(), "not waited for");
        }
        if (results.redelivered() > 0) {
            row("redelivered", results.redelivered(), "after an answer that was lost, late or transient");
        }
        if (smsc.statistics().cuts() > 0) {
            row("cuts", smsc.statistics().cuts(), "");
        }
        if (results.answered() > 0) {
            out.printf(
                    "  p50 %s, p99 %s%n",
                    Words.millis(results.p50().toNanos()),
                    Words.millis(results.p99().toNanos()));
        }
        if (results.enquiries() > 0) {
            out.printf(
                    "  enquire_link p50 %s, p99 %s%n",
                    Words.millis(results.enquireP50().toNanos()),
                    Words.millis(results.enquireP99().toNanos()));
        }
        out.flush();
    }

    private void row(String what, long count, String why) {
        out.println("  %-18s %10s  %s".formatted(what, Words.count(count), why).stripTrailing());
    }
}
