/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.kafka.Visible;
import io.uptext.cli.simulate.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./uptext dlt list}: how many there are, since when, and why. */
@Command(
        name = "list",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {"", "Counts dead letters, by topic, partition and reason.", ""},
        customSynopsis = "./uptext dlt list [OPTION...]")
final class ListLetters extends LettersCommand {

    private static final int MOST_REASONS = 50;

    @Override
    void check() {
        if (selection().limit().isPresent()) {
            throw new IllegalArgumentException("--limit does not go with list.");
        }
    }

    @Override
    int run(Letters letters, Map<String, Object> settings) {
        letters.partitions().forEach((topic, partitions) -> list(topic, partitions, letters));
        return CommandLine.ExitCode.OK;
    }

    private void list(String topic, List<TopicPartition> partitions, Letters letters) {
        out().println(Visible.text(topic));
        Map<String, Long> reasons = new TreeMap<>();
        Count all = new Count();
        for (TopicPartition partition : partitions) {
            Count here = new Count();
            var _ = letters.read(partition, letter -> {
                if (selection().has(letter)) {
                    here.add(letter);
                    reasons.merge(letter.reason(), 1L, Long::sum);
                }
                return true;
            });
            if (here.letters > 0) {
                out().printf(
                                "  partition %-4d %,9d  oldest %s  newest %s%n",
                                partition.partition(),
                                here.letters,
                                Instant.ofEpochMilli(here.oldest),
                                Instant.ofEpochMilli(here.newest));
            }
            all.letters += here.letters;
            all.replayed += here.replayed;
        }
        if (all.letters == 0) {
            out().println("  no letters");
            return;
        }
        out().printf("  %s, %s sent back%n", letters(all.letters), Words.count(all.replayed));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_REASONS)
                .forEach(each -> out().printf("    %,9d  %s%n", each.getValue(), Visible.text(each.getKey())));
        if (reasons.size() > MOST_REASONS) {
            out().printf("    and %,d more reasons%n", reasons.size() - MOST_REASONS);
        }
    }

    static String letters(long number) {
        return Words.count(number) + (number == 1 ? " letter" : " letters");
    }

    /** Some letters, in numbers. */
    private static final class Count {

        private long letters;
        private long replayed;
        private long oldest = Long.MAX_VALUE;
        private long newest = Long.MIN_VALUE;

        void add(Letter letter) {
            letters++;
            replayed += letter.isReplayed() ? 1 : 0;
            oldest = Math.min(oldest, letter.record().timestamp());
            newest = Math.max(newest, letter.record().timestamp());
        }
    }
}
