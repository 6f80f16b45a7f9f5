/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Server;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the figures of {@link WatchBenchmark} are said, and in the end what they say about the goals. */
final class WatchReport {

    private final PrintWriter out;
    private final List<Goal> goals = new ArrayList<>();

    WatchReport(PrintWriter out) {
        this.out = out;
    }

    void part(String title) {
        say("%n%s", title);
    }

    void started(String who, Server server) {
        say("  %s: process %d", who, server.process().pid());
    }

    /** A turn that is over. */
    void turn(String round, String who, String figures, double others) {
        say("  %-10s %-20s %s, others %2.0f %%%s", round, who, figures, 100 * others, Meter.judgement(others));
    }

    void note(String words) {
        say("  %s", words);
    }

    /** A row of a table, its name first. */
    void row(String name, String figures) {
        say("  %-34s %s", name, figures);
    }

    void add(Goal goal) {
        goals.add(goal);
    }

    void printGoals() {
        say("%nGoals");
        goals.forEach(goal -> say("  %s", goal.inWords()));
    }

    private void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }

    /** The same in all languages. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a library more
    static String inWords(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
