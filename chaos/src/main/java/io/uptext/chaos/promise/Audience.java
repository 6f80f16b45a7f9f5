/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All that pages have lived through.
 *
 * @param watched the pages
 * @param intrusions requests of others
 * @param mostAtOnce how many pages were waiting in the same moment
 * @param faults what was done meanwhile, in order
 */
public record Audience(List<Watched> watched, List<Intrusion> intrusions, int mostAtOnce, List<Fault> faults) {

    /** Of a run in which nobody waits. */
    public static final Audience NOBODY = new Audience(List.of(), List.of(), 0, List.of());

    public Audience {
        watched = List.copyOf(watched);
        intrusions = List.copyOf(intrusions);
        faults = faults.stream().sorted(Comparator.comparing(Fault::at)).toList();
    }

    /**
     * Until when something is known everywhere that can be known from {@code from} on: for so long after it, or after the last
     * fault that has come in between.
     */
    public Instant deadline(Instant from, Duration limit) {
        Instant start = from;
        for (Fault fault : faults) {
            if (!fault.at().isAfter(start.plus(limit)) && fault.healed().isAfter(start)) {
                start = fault.healed();
            }
        }
        return start.plus(limit);
    }
}
