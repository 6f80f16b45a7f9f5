/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** In which order parts are sent. */
public enum PartOrder {
    /** From the first to the last. */
    IN_ORDER,
    /** From the last to the first. */
    REVERSED,
    /** In a random order, the same for the same reference; never in order if there are several. */
    SHUFFLED,
    /** Each one twice. */
    DUPLICATED;

    <T> List<T> of(List<T> parts, int reference) {
        List<T> ordered = new ArrayList<>(parts);
        switch (this) {
            case IN_ORDER -> {}
            case REVERSED -> Collections.reverse(ordered);
            case SHUFFLED -> shuffle(ordered, parts, reference);
            case DUPLICATED -> {
                ordered.clear();
                parts.forEach(part -> ordered.addAll(List.of(part, part)));
            }
        }
        return ordered;
    }

    private static <T> void shuffle(List<T> ordered, List<T> parts, int reference) {
        Collections.shuffle(ordered, new Random(reference));
        if (ordered.equals(parts)) {
            Collections.rotate(ordered, 1);
        }
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
