/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.load.Party;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Instant;
import java.util.Random;

/** Challenges of Acme to wait for. */
final class Challenges {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Random RANDOM = new Random(1);

    private Challenges() {}

    static ChallengeCreated with(WaitToken token) {
        return new ChallengeCreated(
                ChallengeId.random(RANDOM),
                Party.ACME.id(),
                new Destination("50500"),
                ChallengeCode.random(RANDOM),
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
