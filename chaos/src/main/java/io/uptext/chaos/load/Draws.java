/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that is random in a load, from one seed, and all numbers, codes and tokens that were drawn. Only one thread may draw. */
final class Draws {

    /** No country has this code, so these are nobody's numbers. */
    private static final String NOBODYS_COUNTRY = "+999";

    private static final List<Party> PARTIES = List.of(Party.values());

    private final Random random;
    private final Set<ChallengeCode> codes = new HashSet<>();
    private final Set<String> canaries = ConcurrentHashMap.newKeySet();
    private int numbers;

    Draws(long seed) {
        this.random = new Random(seed);
    }

    Fate fate() {
        return Fate.draw(random);
    }

    ChallengeId challenge() {
        return ChallengeId.random(random);
    }

    Party party() {
        return PARTIES.get(random.nextInt(PARTIES.size()));
    }

    WaitToken token() {
        byte[] bytes = new byte[WaitToken.BYTES];
        random.nextBytes(bytes);
        WaitToken token = WaitToken.of(bytes);
        canaries.add(token.reveal());
        return token;
    }

    /** One that was not drawn before. */
    ChallengeCode code() {
        ChallengeCode code = ChallengeCode.random(random);
        while (!codes.add(code)) {
            code = ChallengeCode.random(random);
        }
        canaries.add(code.normal());
        canaries.add(code.display());
        canaries.add(Events.words(code));
        return code;
    }

    /** One that was not drawn before: a phone that guessed often would be locked, and with it what it signs in to. */
    Msisdn number() {
        numbers++;
        Msisdn number = Msisdn.ofE164(NOBODYS_COUNTRY + "%09d".formatted(numbers));
        canaries.add(number.digits());
        return number;
    }

    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    Duration millis(long least, long most) {
        return between(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    Set<String> canaries() {
        return Set.copyOf(canaries);
    }
}
