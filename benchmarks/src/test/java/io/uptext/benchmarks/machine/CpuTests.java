/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Work shows in the time of its process, and in that of the machine. */
@EnabledOnOs(OS.LINUX)
class CpuTests {

    @Test
    void workIsCounted() {
        List<ProcessHandle> us = List.of(ProcessHandle.current());
        Duration ours = Cpu.of(us);
        Duration all = Cpu.ofAll();

        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> Cpu.of(us).minus(ours).toMillis() + spin() >= 50);

        assertThat(Cpu.ofAll()).isGreaterThan(all);
    }

    private static long spin() {
        long end = System.nanoTime() + 10_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return 0;
    }
}
