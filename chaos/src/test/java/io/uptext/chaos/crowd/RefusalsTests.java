/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some answers end a page, and others do not. */
class RefusalsTests {

    private final Refusals refusals = new Refusals();

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aTokenThatIsNoneIsNotShownAgain(int status) {
        assertThat(refusals.isFinal(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 408, 429, 500, 503})
    void whatMayPassIsAskedAgainForAsLongAsItTakes(int status) {
        for (int i = 0; i < 10; i++) {
            assertThat(refusals.isFinal(status)).isFalse();
        }
    }

    @Test
    void othersAreTriedFourTimesInARow() {
        assertThat(refusals.isFinal(403)).isFalse();
        assertThat(refusals.isFinal(403)).isFalse();
        refusals.heard();
        assertThat(refusals.isFinal(403)).isFalse();
        assertThat(refusals.isFinal(403)).isFalse();
        assertThat(refusals.isFinal(403)).isFalse();
        assertThat(refusals.isFinal(403)).isTrue();
    }
}
