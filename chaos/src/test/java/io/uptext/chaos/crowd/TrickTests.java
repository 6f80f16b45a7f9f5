/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.chaos.load.Party;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trick that shows the good token would say nothing. */
class TrickTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random = new Random(1);

    @ParameterizedTest
    @EnumSource(Trick.class)
    void noTrickShowsTheGoodTokenOnAPageOfItsParty(Trick trick) {
        WaitToken token = WaitToken.of(new byte[WaitToken.BYTES]);

        for (int i = 0; i < 100; i++) {
            boolean isGood = trick.bearer(challenge(token), token, Party.ACME, random).equals(token.reveal());
            assertThat(isGood && trick.page(Party.ACME) == Party.ACME).isFalse();
        }
    }

    private ChallengeCreated challenge(WaitToken token) {
        return new ChallengeCreated(
                ChallengeId.random(random),
                Party.ACME.id(),
                new Destination("50500"),
                ChallengeCode.random(random),
                null,
                RouteTrust.T2,
                null,
                NOW,
                NOW.plusSeconds(60),
                token.hash(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
