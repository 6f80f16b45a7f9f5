/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.challenge.party.RelyingParty;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.WaitToken;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes challenges. */
public final class ChallengeIssuer {

    private final Clock clock;
    private final SecureRandom random;

    /** Draws from {@code random} and dates by {@code clock}. */
    public ChallengeIssuer(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Makes a challenge of {@code party} as it wishes. */
    public Issued issue(RelyingParty party, Wish wish) {
        ChallengeCode code = codeFor(party);
        byte[] token = new byte[WaitToken.BYTES];
        random.nextBytes(token);
        WaitToken waitToken = WaitToken.of(token);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ChallengeCreated created = new ChallengeCreated(
                ChallengeId.random(random),
                party.id(),
                party.destination(),
                code,
                wish.msisdn(),
                party.minimumRouteTrust(),
                party.onWrongPhone(),
                now,
                now.plus(wish.validity()),
                waitToken.hash(),
                wish.context(),
                wish.metadata());
        return new Issued(created, text(party, code.normal()), waitToken);
    }

    /** A code that is found behind the party's keyword, written in one piece or with gaps: some happen to look double. */
    private ChallengeCode codeFor(RelyingParty party) {
        while (true) {
            ChallengeCode code = ChallengeCode.random(random);
            String spaced = code.display().replace('-', ' ');
            if (isFound(code, text(party, code.normal())) && isFound(code, text(party, spaced))) {
                return code;
            }
        }
    }

    private static boolean isFound(ChallengeCode code, String text) {
        return ChallengeCode.parse(text).filter(code::equals).isPresent();
    }

    private static String text(RelyingParty party, String code) {
        return party.keyword() + " " + code;
    }
}
