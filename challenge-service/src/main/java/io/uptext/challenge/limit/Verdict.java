/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import java.util.ArrayList;
import java.util.List;

/** What becomes of a creation. */
public sealed interface Verdict {

    /** How long somebody waits who finds a destination full: places are freed all the time, and others' ends are no news. */
    long FULL_SECONDS = 5;

    /**
     * It has been counted, now or before.
     *
     * @param draw the draw of its code: another one where it was counted before
     * @param standings of the limits that apply; none where it was counted before
     */
    record Admitted(int draw, List<Standing> standings) implements Verdict {

        public Admitted {
            standings = List.copyOf(standings);
        }
    }

    /**
     * It would be too much, and nothing has been counted.
     *
     * @param by the limit that lasts longest
     * @param seconds when to come again
     */
    record Refused(Limit by, long seconds, List<Standing> standings) implements Verdict {

        public Refused {
            standings = List.copyOf(standings);
        }
    }

    /** Its code was another's lately, and nothing has been counted. */
    record CodeTaken() implements Verdict {}

    /**
     * The verdict that the counts give.
     *
     * @param counts as in {@link Admission#fits}, with this challenge if it fits
     * @param fits whether it did
     */
    static Verdict of(Admission wanted, boolean fits, long[] counts) {
        List<Standing> standings = new ArrayList<>();
        Refused worst = new Refused(Limit.DESTINATION, 0, List.of());
        for (int i = 0; i < wanted.rates().size(); i++) {
            Rate rate = wanted.rates().get(i);
            Standing standing = rate.standing(counts[i]);
            standings.add(standing);
            worst = worse(worst, standing, rate.pause(counts[i]) > 0);
        }
        for (int i = 0; i < wanted.caps().size(); i++) {
            Cap cap = wanted.caps().get(i);
            long taken = counts[wanted.takenAt(i)];
            Standing standing = cap.standing(taken, counts[wanted.takenAt(i) + 1]);
            if (cap.limit() == Limit.DESTINATION) {
                standing = new Standing(cap.limit(), cap.most(), 0, 0, FULL_SECONDS);
            }
            if (cap.isTold()) {
                standings.add(standing);
            }
            worst = worse(worst, standing, taken >= cap.most());
        }
        return fits
                ? new Admitted(wanted.draw(), standings)
                : new Refused(worst.by(), Math.max(1, worst.seconds()), standings);
    }

    private static Refused worse(Refused worst, Standing standing, boolean reached) {
        return reached && standing.seconds() > worst.seconds()
                ? new Refused(standing.limit(), standing.seconds(), List.of())
                : worst;
    }
}
