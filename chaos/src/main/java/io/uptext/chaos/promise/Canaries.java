/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds any of very many words in long logs: with a rolling hash (Rabin and Karp), and a look only where it fits. */
final class Canaries {

    private static final int BASE = 31;
    private static final int MASK = (1 << 22) - 1;

    private final Map<Integer, Set<String>> words = new HashMap<>();
    private final Map<Integer, BitSet> hashes = new HashMap<>();

    Canaries(Set<String> all) {
        for (String word : all) {
            words.computeIfAbsent(word.length(), _ -> new HashSet<>()).add(word);
            hashes.computeIfAbsent(word.length(), _ -> new BitSet(MASK + 1)).set(word.hashCode() & MASK);
        }
    }

    boolean areIn(String line) {
        return words.keySet().stream().anyMatch(length -> isOneIn(line, length));
    }

    private boolean isOneIn(String line, int length) {
        BitSet fitting = hashes.getOrDefault(length, new BitSet());
        Set<String> known = words.getOrDefault(length, Set.of());
        int highest = 1;
        for (int i = 1; i < length; i++) {
            highest *= BASE;
        }
        int hash = 0;
        for (int i = 0; i < line.length(); i++) {
            if (i >= length) {
                hash -= line.charAt(i - length) * highest;
            }
            hash = hash * BASE + line.charAt(i);
            if (i >= length - 1 && fitting.get(hash & MASK) && known.contains(line.substring(i - length + 1, i + 1))) {
                return true;
            }
        }
        return false;
    }
}
