/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.chaos.load.Party;
import io.uptext.contracts.vocabulary.WaitToken;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trick that shows the good token where it is good would say nothing. */
class TrickTests {

    private final Random random = new Random(1);

    @ParameterizedTest
    @EnumSource(Trick.class)
    void noTrickShowsTheGoodTokenOnAPageOfItsParty(Trick trick) {
        WaitToken token = WaitToken.of(new byte[WaitToken.BYTES]);

        for (int i = 0; i < 100; i++) {
            boolean isGood = trick.bearer(Challenges.with(token), token, Party.ACME, random)
                    .equals(token.reveal());
            assertThat(isGood && trick.page(Party.ACME) == Party.ACME).isFalse();
        }
    }
}
