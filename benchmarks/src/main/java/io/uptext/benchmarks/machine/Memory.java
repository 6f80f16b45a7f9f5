/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds in memory at a moment, in bytes.
 *
 * @param liveHeap objects that are still there after a full collection
 * @param direct what is allocated outside the heap by Java code, direct buffers above all
 * @param resident all of its memory that the kernel keeps in RAM
 */
public record Memory(long liveHeap, long direct, long resident) {

    private static final long KIB = 1024;
    private static final Pattern HISTOGRAM_TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");
    private static final Pattern OTHER_COMMITTED = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    /** For {@link #direct}, the JVM must have been started with this. */
    public static final String TRACKING = "-XX:NativeMemoryTracking=summary";

    /** Collects a JVM's garbage, and measures it then. */
    public static Memory of(ProcessHandle jvm) {
        long liveHeap = liveHeap(command(jvm, "GC.class_histogram"));
        long direct = direct(command(jvm, "VM.native_memory", "summary", "scale=KB"));
        return new Memory(liveHeap, direct, resident(status(jvm)));
    }

    static long liveHeap(String histogram) {
        return number(HISTOGRAM_TOTAL, histogram, "histogram of the heap");
    }

    static long direct(String summary) {
        return number(OTHER_COMMITTED, summary, "summary of native memory") * KIB;
    }

    static long resident(String status) {
        return number(RESIDENT, status, "status of the process") * KIB;
    }

    /** How much more there is than there was then. The heap must have its full size from the start, else it counts twice. */
    public long above(Memory then) {
        return liveHeap - then.liveHeap + resident - then.resident;
    }

    private static long number(Pattern pattern, String text, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("there is no such number in the " + what);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String command(ProcessHandle jvm, String... command) {
        try {
            String[] whole = new String[command.length + 2];
            whole[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            whole[1] = Long.toString(jvm.pid());
            System.arraycopy(command, 0, whole, 2, command.length);
            Process jcmd = new ProcessBuilder(whole).redirectErrorStream(true).start();
            return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd could not be run", e);
        }
    }

    private static String status(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        } catch (IOException e) {
            throw new UncheckedIOException("this measurement needs the /proc of Linux", e);
        }
    }
}
