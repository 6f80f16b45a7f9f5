/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some answers end a page, and others do not. */
class RefusalsTests {

    private static final Piece.Opened UNKNOWN = ours(404);

    private final Refusals refusals = new Refusals();

    @Test
    void aTokenThatIsNoneIsNotShownAgain() {
        assertThat(refusals.isFinal(UNKNOWN)).isTrue();
    }

    @Test
    void aTokenThatWasGoodIsShownAgain() {
        refusals.heard();

        assertThat(refusals.isFinal(UNKNOWN)).isFalse();
    }

    @Test
    void whatIsNotOursMayBeReplacedInAMoment() {
        assertThat(refusals.isFinal(new Piece.Opened(404, "text/html", Duration.ZERO)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 408, 429, 500, 503})
    void whatMayPassIsAskedAgainForAsLongAsItTakes(int status) {
        for (int i = 0; i < 10; i++) {
            assertThat(refusals.isFinal(ours(status))).isFalse();
        }
    }

    @Test
    void othersAreTriedFourTimesInARow() {
        assertThat(refusals.isFinal(ours(403))).isFalse();
        assertThat(refusals.isFinal(ours(403))).isFalse();
        refusals.heard();
        assertThat(refusals.isFinal(ours(403))).isFalse();
        assertThat(refusals.isFinal(ours(403))).isFalse();
        assertThat(refusals.isFinal(ours(403))).isFalse();
        assertThat(refusals.isFinal(ours(403))).isTrue();
    }

    private static Piece.Opened ours(int status) {
        return new Piece.Opened(status, "application/problem+json", Duration.ZERO);
    }
}
