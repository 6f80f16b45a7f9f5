/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One disturbed round moves no median. */
class MediansTests {

    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertThat(Medians.median(new double[] {9000, 20, 8000})).isEqualTo(8000);
        assertThat(Medians.median(new double[] {5})).isEqualTo(5);
    }

    @Test
    void betweenTwoItIsTheirMean() {
        assertThat(Medians.median(new double[] {4, 1, 3, 100})).isEqualTo(3.5);
    }
}
