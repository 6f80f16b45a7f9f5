/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.traffic.Results;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line on a terminal, written anew each second. */
public final class Progress implements AutoCloseable {

    private static final String LINE_ANEW = "\r\033[K";

    private final ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor();
    private final Supplier<String> line;
    private final PrintWriter terminal;

    private Progress(Supplier<String> line, PrintWriter terminal) {
        this.line = line;
        this.terminal = terminal;
    }

    /** Writes {@code line} from now on, until it is closed. */
    public static Progress of(Supplier<String> line, PrintWriter terminal) {
        Progress progress = new Progress(line, terminal);
        var _ = progress.each.scheduleAtFixedRate(progress::print, 1, 1, TimeUnit.SECONDS);
        return progress;
    }

    private void print() {
        write(LINE_ANEW + line.get());
    }

    static String line(Results results) {
        return "%s  %s sent, %s answered, %s of them 2xx, p99 %s"
                .formatted(
                        Words.seconds(results.took()),
                        Words.count(results.sent()),
                        Words.count(results.answered()),
                        Words.count(results.answered(status -> status / 100 == 2)),
                        Words.millis(results.p99().toNanos()));
    }

    private void write(String words) {
        terminal.print(words);
        terminal.flush();
    }

    @Override
    public void close() {
        each.close();
        write(LINE_ANEW);
    }
}
