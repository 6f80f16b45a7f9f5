/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which promises were kept.
 *
 * @param broken how each promise was broken, in the order of the promises; an empty list where it was kept
 */
public record Judgement(Map<Promise, List<String>> broken) {

    private static final int SHOWN = 10;

    /** Checks all. */
    public static Judgement of(Evidence evidence, List<Promise> promises) {
        Map<Promise, List<String>> broken = new LinkedHashMap<>();
        promises.forEach(promise -> broken.put(promise, promise.broken(evidence)));
        return new Judgement(broken);
    }

    /** Whether all were kept. */
    public boolean isKept() {
        return broken.values().stream().allMatch(List::isEmpty);
    }

    /** In words: a line for each promise, and the first ways in which it was broken. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        broken.forEach((promise, ways) -> {
            if (ways.isEmpty()) {
                lines.add("  kept    " + promise.sentence());
            } else {
                lines.add("  BROKEN  " + promise.sentence() + ": " + ways.size() + " times");
                ways.stream().limit(SHOWN).forEach(way -> lines.add("            " + way));
                if (ways.size() > SHOWN) {
                    lines.add("            and " + (ways.size() - SHOWN) + " more");
                }
            }
        });
        return lines;
    }
}
