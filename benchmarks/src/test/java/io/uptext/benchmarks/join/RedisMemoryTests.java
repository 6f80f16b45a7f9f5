/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Redis says many numbers about its memory; one of them is all of it. */
class RedisMemoryTests {

    @Test
    void whatIsUsedIsAllThatIsAllocated() {
        assertThat(RedisMemory.used("# Memory\r\nused_memory:1234567\r\nused_memory_rss:99\r\nused_memory_peak:77\r\n"))
                .isEqualTo(1_234_567);
    }

    @Test
    void anAnswerWithoutItIsNoZero() {
        assertThatThrownBy(() -> RedisMemory.used("# Memory\r\n")).hasMessageContaining("memory");
    }
}
