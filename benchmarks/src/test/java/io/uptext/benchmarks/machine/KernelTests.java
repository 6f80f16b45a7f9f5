/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The kernel's own memory is read from where it says it. */
class KernelTests {

    @Test
    void smallObjectsAreSlab() {
        assertThat(Kernel.slab("MemFree:  100 kB\nSlab:             482904 kB\nSReclaimable: 1 kB\n"))
                .isEqualTo(482_904 * 1_024L);
    }

    @Test
    void aKernelThatDoesNotSayIsNoZero() {
        assertThatThrownBy(() -> Kernel.slab("MemFree:  100 kB\n")).isInstanceOf(IllegalStateException.class);
    }
}
