/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Numbers are read from where the JVM and the kernel write them. */
class MemoryTests {

    private static final long MIB = 1024 * 1024;

    @Test
    void theLiveHeapIsTheTotalOfTheHistogram() {
        String histogram = """
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         12345        1234567  [B (java.base@25)
                Total         98765        7654321
                """;

        assertThat(Memory.liveHeap(histogram)).isEqualTo(7_654_321);
    }

    @Test
    void directMemoryIsWhatIsCommittedOfTheRest() {
        String summary = """
                -                     Other (reserved=9000KB, committed=8192KB)
                                            (malloc=8192KB #12)
                """;

        assertThat(Memory.direct(summary)).isEqualTo(8 * MIB);
    }

    @Test
    void residentMemoryIsTheKernelsFigure() {
        assertThat(Memory.resident("Name:\tjava\nVmHWM:\t  9999 kB\nVmRSS:\t  2048 kB\n"))
                .isEqualTo(2 * MIB);
    }

    @Test
    void aJvmThatTracksNothingIsNoZero() {
        assertThatThrownBy(() -> Memory.direct("Native memory tracking is not enabled"))
                .hasMessageContaining("native memory");
    }

    @Test
    void growthIsThatOfTheLiveHeapAndOfTheRest() {
        Memory idle = new Memory(20 * MIB, 2 * MIB, 700 * MIB);

        assertThat(new Memory(35 * MIB, 4 * MIB, 710 * MIB).above(idle)).isEqualTo(25 * MIB);
    }
}
