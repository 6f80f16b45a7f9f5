/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RequestHash;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.registry.RelyingParty;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
        return issue(party, wish, random, 0, random, null);
    }

    /**
     * Makes one of these numbers; the same come from the same.
     *
     * @param codes for its code; how many it takes depends on the keyword
     * @param passed how many codes to pass over, because somebody else had them lately
     * @param names for its id and its token
     * @param requestHash of the request, so that another one with the same numbers is noticed
     */
    public Issued issue(
            RelyingParty party,
            Wish wish,
            RandomGenerator codes,
            int passed,
            RandomGenerator names,
            @Nullable RequestHash requestHash) {
        ChallengeCode code = codeFor(party, codes);
        for (int i = 0; i < passed; i++) {
            code = codeFor(party, codes);
        }
        byte[] token = new byte[WaitToken.BYTES];
        names.nextBytes(token);
        WaitToken waitToken = WaitToken.of(token);
        ChallengeId id = ChallengeId.random(names);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ChallengeCreated created = new ChallengeCreated(
                id,
                party.id(),
                party.destination(),
                code,
                wish.msisdn(),
                party.minimumRouteTrust(),
                party.onWrongPhone(),
                now,
                now.plus(wish.validity()),
                waitToken.hash(),
                wish.codeChallenge(),
                wish.nonce(),
                requestHash,
                wish.context(),
                wish.metadata(),
                wish.returnTo());
        return new Issued(created, text(party, code), waitToken);
    }

    /** A code that is found behind the party's keyword, written in one piece or with gaps: some happen to look double. */
    private static ChallengeCode codeFor(RelyingParty party, RandomGenerator numbers) {
        while (true) {
            ChallengeCode code = ChallengeCode.random(party.code(), numbers);
            String spaced = code.display().replace('-', ' ');
            if (isFound(code, text(party, code.normal())) && isFound(code, text(party, spaced))) {
                return code;
            }
        }
    }

    /** What a subscriber of a party sends for a code. */
    public static String text(RelyingParty party, ChallengeCode code) {
        return text(party, code.normal());
    }

    private static boolean isFound(ChallengeCode code, String text) {
        return ChallengeCode.parse(text).filter(code::equals).isPresent();
    }

    private static String text(RelyingParty party, String code) {
        return party.keyword() + " " + code;
    }
}
