/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Processor time that was used, as far as the kernel counts it: in hundredths of a second. */
public final class Cpu {

    private static final Path STAT = Path.of("/proc/stat");

    /** Of the columns of {@code /proc/stat} (proc(5)): idle and iowait. */
    private static final List<Integer> IDLE = List.of(4, 5);

    private static final int STEAL = 8;
    private static final int TICKS_PER_SECOND = 100;

    private Cpu() {}

    /** What these processes have used since they were started. */
    public static Duration of(Collection<ProcessHandle> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What all processes, and this machine's neighbours on the same processors, have used since it was started. */
    public static Duration ofAll() {
        try {
            String[] columns = Files.readAllLines(STAT).getFirst().split(" +", -1);
            long ticks = 0;
            for (int column = 1; column <= STEAL; column++) {
                ticks += IDLE.contains(column) ? 0 : Long.parseLong(columns[column]);
            }
            return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException("this measurement needs the /proc of Linux", e);
        }
    }
}
