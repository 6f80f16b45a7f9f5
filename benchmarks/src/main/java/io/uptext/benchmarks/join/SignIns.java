/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.testkit.backend.KafkaBroker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Sign-ins that have never been before in a run: each has its own challenge, code and, mostly, phone. */
public final class SignIns {

    /** Odd, so that no two codes are the same before 2^40 are through. Random ones would meet after a million. */
    private static final long STRIDE = 0x9E_3779_B97FL;

    private static final int SYMBOL_BITS = 5;
    private static final int CODE_BITS = 40;

    private final Clock clock;
    private final RandomGenerator random = new Random(1);
    private final RandomGenerator symbols = new Symbols();

    /** Texts are received when they are made, by this clock. */
    public SignIns(Clock clock) {
        this.clock = clock;
    }

    /** The next one. */
    public SignIn next() {
        return JoinEvents.signIn(ChallengeCode.random(symbols), random, clock.instant());
    }

    /** The next so many. */
    public List<SignIn> next(int count) {
        List<SignIn> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(next());
        }
        return all;
    }

    /** The next ones of which each partition has one. */
    public List<SignIn> oneOfEachPartition() {
        Map<Integer, SignIn> found = new TreeMap<>();
        while (found.size() < KafkaBroker.PARTITIONS) {
            SignIn next = next();
            found.put(next.partition(), next);
        }
        return List.copyOf(found.values());
    }

    /** Draws the symbols of one code after the other. */
    private static final class Symbols implements RandomGenerator {

        private long bits;
        private int left;

        @Override
        public int nextInt(int bound) {
            if (left == 0) {
                bits += STRIDE;
                left = CODE_BITS;
            }
            left -= SYMBOL_BITS;
            return (int) (bits >>> left) & ((1 << SYMBOL_BITS) - 1);
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("a code is drawn symbol by symbol");
        }
    }
}
