/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A seed that was printed plays the same sign-ins again. */
class DrawsTests {

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void everyFateOfAChallengeIsDrawn() {
        Draws draws = new Draws(1);
        Set<Fate> drawn = new HashSet<>();
        IntStream.range(0, 2_000).forEach(_ -> drawn.add(draws.fate()));

        assertThat(drawn).hasSize(Fate.values().length - 1).doesNotContain(Fate.TAKEN);
    }

    @Test
    void whatMustNotBeLoggedIsAllThatWasDrawn() {
        Draws draws = new Draws(1);
        var number = draws.number();
        var code = draws.code();
        var token = draws.token();

        assertThat(draws.canaries())
                .containsExactlyInAnyOrder(
                        number.digits(), code.normal(), code.display(), Events.words(code), token.reveal());
    }

    private static List<Object> drawn(long seed) {
        Draws draws = new Draws(seed);
        return List.of(
                draws.fate(), draws.challenge(), draws.code(), draws.token().hash(), draws.millis(1, 1_000_000));
    }
}
