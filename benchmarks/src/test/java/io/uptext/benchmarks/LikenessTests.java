/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.benchmarks.Population.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is alike passes, and what a caller could tell apart does not. */
class LikenessTests {

    private static final int SAMPLES = 2000;
    private static final long SEED = 42;

    private final StringWriter out = new StringWriter();

    @Test
    void timesOfOneDistributionAreAlike() {
        print(Map.of(Kind.KNOWN, 0L, Kind.UNKNOWN, 0L, Kind.LOCKED, 0L), "same");

        assertThat(out.toString()).contains("known beside unknown").doesNotContain("missed");
    }

    @Test
    void twentyMicrosecondsMoreInFourHundredAreSeen() {
        print(Map.of(Kind.KNOWN, 20_000L, Kind.UNKNOWN, 0L, Kind.LOCKED, 0L), "same");

        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("known beside unknown", "missed"))
                .anySatisfy(line -> assertThat(line).contains("known beside locked", "missed"))
                .anySatisfy(line -> assertThat(line).contains("locked beside unknown", "met"));
    }

    @Test
    void anAnswerThatDiffersIsNoMatterOfTime() {
        assertThatThrownBy(() -> print(Map.of(Kind.KNOWN, 0L, Kind.UNKNOWN, 0L, Kind.LOCKED, 0L), "other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 different answers");
    }

    private void print(Map<Kind, Long> slower, String lastLikeness) {
        Random random = new Random(SEED);
        Map<Kind, List<Site.Created>> measured = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            measured.put(
                    kind,
                    Stream.generate(() -> created(
                                    400_000 + (long) (50_000 * random.nextGaussian()) + slower.getOrDefault(kind, 0L),
                                    "same"))
                            .limit(SAMPLES)
                            .toList());
        }
        measured.merge(
                Kind.LOCKED,
                List.of(created(400_000, lastLikeness)),
                (all, one) -> Stream.concat(all.stream(), one.stream()).toList());
        Likeness.print(new PrintWriter(out, true), measured);
    }

    private static Site.Created created(long nanos, String likeness) {
        return new Site.Created("chl", "text", "token", nanos, likeness);
    }
}
