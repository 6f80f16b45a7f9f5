/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.contracts.vocabulary.ChallengeCode;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Codes that are given as they are drawn: some look double behind a keyword, and another is drawn instead. */
final class FoundCodes {

    private FoundCodes() {}

    /** The first of those that {@code random} draws which is given behind each of the keywords. */
    static ChallengeCode first(RandomGenerator random, String... keywords) {
        return Stream.generate(() -> ChallengeCode.random(random))
                .filter(code -> Stream.of(keywords).allMatch(keyword -> isFound(code, keyword)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFound(ChallengeCode code, String keyword) {
        return Stream.of(code.normal(), code.display().replace('-', ' '))
                .allMatch(spelled -> ChallengeCode.parse(keyword + " " + spelled)
                        .filter(code::equals)
                        .isPresent());
    }
}
