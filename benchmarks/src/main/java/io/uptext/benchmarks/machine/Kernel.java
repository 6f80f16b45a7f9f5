/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kernel itself holds in memory, on behalf of all processes. */
public final class Kernel {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern SLAB = Pattern.compile("(?m)^Slab:\\s+(\\d+) kB");
    private static final long KIB = 1024;

    private Kernel() {}

    /** Its small objects, in bytes: sockets, open files and their like. */
    public static long slab() {
        try {
            return slab(Files.readString(MEMINFO));
        } catch (IOException e) {
            throw new UncheckedIOException("this measurement needs the /proc of Linux", e);
        }
    }

    static long slab(String meminfo) {
        Matcher matcher = SLAB.matcher(meminfo);
        if (!matcher.find()) {
            throw new IllegalStateException("the kernel does not say what its objects take");
        }
        return Long.parseLong(matcher.group(1)) * KIB;
    }
}
