/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters. */
final class Selection {

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Of this dead-letter topic; can be repeated. Without it, of all of Uptext's.")
    private List<String> topics = List.of();

    @Option(names = "--partition", paramLabel = "N", description = "In this partition of the dead-letter topic.")
    private @Nullable Integer partition;

    @Option(
            names = "--offset",
            paramLabel = "N",
            description = "At this offset there; with --topic and --partition, as show prints them.")
    private @Nullable Long offset;

    @Option(names = "--reason", paramLabel = "TEXT", description = "With this in their reason, in any case.")
    private @Nullable String reason;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    private @Nullable Long limit;

    /**
     * Whether it makes sense.
     *
     * @throws IllegalArgumentException with a sentence if not
     */
    void check() {
        if ((partition != null && partition < 0) || (offset != null && offset < 0)) {
            throw new IllegalArgumentException("--partition and --offset are 0 or more.");
        }
        if (offset != null && (partition == null || topics.size() != 1)) {
            throw new IllegalArgumentException("--offset goes with one --topic and --partition.");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit is 1 or more.");
        }
    }

    boolean isEverything() {
        return topics.isEmpty() && partition == null && reason == null && limit == null;
    }

    /** One letter that somebody expects to be there. */
    boolean isOneLetter() {
        return offset != null;
    }

    List<String> topics() {
        return topics;
    }

    OptionalLong limit() {
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    boolean hasPartition(int number) {
        return partition == null || partition == number;
    }

    boolean has(Letter letter) {
        return (offset == null || offset == letter.record().offset())
                && (reason == null
                        || letter.reason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)));
    }
}
