/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every character of a code is as likely as every other: a guesser has no better guess. */
class CodeUniformityTests {

    private static final int CODES = 1_000_000;
    private static final int SIZE = CrockfordBase32.SIZE;
    private static final long SEED = new SecureRandom().nextLong();

    /** A uniform source exceeds it at one of a position's draws in a hundred million (chi-square, 31 degrees of freedom). */
    private static final double CRITICAL = 103.0;

    static RandomGenerator[] sources() {
        String pepper = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        return new RandomGenerator[] {
            new SplittableRandom(SEED), new Pepper(pepper).numbers("seed " + SEED), new SecureRandom()
        };
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_million_codes_are_uniform_in_each_position_the_check_character_too(RandomGenerator source) {
        for (double chiSquare : chiSquares(source)) {
            assertThat(chiSquare).as("seed " + SEED).isLessThan(CRITICAL);
        }
    }

    @Test
    void a_source_that_is_a_little_biased_is_noticed() {
        SplittableRandom even = new SplittableRandom(SEED);
        // Of 256 values, 250 are taken modulo 32: 26 characters of 32 come a little oftener.
        RandomGenerator biased = new RandomGenerator() {
            @Override
            public long nextLong() {
                return even.nextLong();
            }

            @Override
            public int nextInt(int bound) {
                return even.nextInt(250) % bound;
            }
        };

        assertThat(chiSquares(biased)[0]).as("seed " + SEED).isGreaterThan(CRITICAL);
    }

    private static double[] chiSquares(RandomGenerator source) {
        int[][] counts = new int[ChallengeCode.LENGTH][SIZE];
        for (int i = 0; i < CODES; i++) {
            String code = ChallengeCode.random(source).normal();
            for (int position = 0; position < code.length(); position++) {
                counts[position][CrockfordBase32.SYMBOLS.indexOf(code.charAt(position))]++;
            }
        }
        double expected = (double) CODES / SIZE;
        double[] chiSquares = new double[counts.length];
        for (int position = 0; position < counts.length; position++) {
            for (int count : counts[position]) {
                chiSquares[position] += (count - expected) * (count - expected) / expected;
            }
        }
        return chiSquares;
    }
}
