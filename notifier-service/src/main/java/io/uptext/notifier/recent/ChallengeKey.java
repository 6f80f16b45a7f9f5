/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.vocabulary.ChallengeId;

/**
 * The 130 bits of a challenge's id.
 *
 * @param first those of its first twelve characters
 * @param second those of the twelve after
 * @param rest those of the last two
 */
record ChallengeKey(long first, long second, short rest) {

    private static final int PREFIX = "chl_".length();
    private static final int SYMBOLS = 12;
    private static final int BITS = 5;
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    static ChallengeKey of(ChallengeId id) {
        String value = id.value();
        int second = PREFIX + SYMBOLS;
        int rest = second + SYMBOLS;
        return new ChallengeKey(
                bits(value, PREFIX, second), bits(value, second, rest), (short) bits(value, rest, value.length()));
    }

    private static long bits(String value, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = bits << BITS | ALPHABET.indexOf(value.charAt(i));
        }
        return bits;
    }
}
