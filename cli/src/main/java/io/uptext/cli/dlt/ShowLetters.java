/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.kafka.Visible;
import io.uptext.cli.simulate.Words;
import io.uptext.contracts.topic.DeadLetterHeader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./uptext dlt show}: each letter, without what it may hold of a person. */
@Command(
        name = "show",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "",
            "Prints where dead letters come from, when, why, and their headers. Of keys and values only",
            "how long they are, unless --value is given.",
            ""
        },
        customSynopsis = "./uptext dlt show [OPTION...]")
final class ShowLetters extends LettersCommand {

    private static final long DEFAULT_LIMIT = 20;
    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_HEADER = 200;

    @Option(
            names = "--value",
            order = 0,
            description = "Print keys and values too. They may hold phone numbers, codes and texts.")
    private boolean value;

    @Override
    void check() {
        // Every selection can be shown.
    }

    @Override
    int run(Letters letters, Map<String, Object> settings) {
        if (value) {
            err().println("Keys and values follow. They may hold phone numbers, codes and texts: mind who sees them.");
            err().flush();
        }
        long limit = selection().limit().orElse(DEFAULT_LIMIT);
        AtomicLong shown = new AtomicLong();
        AtomicLong more = new AtomicLong();
        letters.read(letter -> {
            if (selection().has(letter)) {
                if (shown.get() < limit) {
                    shown.incrementAndGet();
                    print(letter);
                } else {
                    more.incrementAndGet();
                }
            }
            return true;
        });
        if (more.get() > 0) {
            out().println("And " + ListLetters.letters(more.get()) + " more; --limit says how many are shown.");
        } else if (shown.get() == 0) {
            out().println("No letter is like that.");
        }
        return shown.get() == 0 && selection().isOneLetter() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void print(Letter letter) {
        out().println(Visible.text(letter.place()) + (letter.isReplayed() ? ", sent back" : ""));
        line("reason", Visible.text(letter.reason()));
        line("from", Visible.text(origin(letter)));
        line("put here", Visible.text(putHere(letter)));
        line("type", Visible.text(letter.type()));
        line("key", size(letter.record().key(), letter.header(DeadLetterHeader.KEY_SIZE)));
        line("value", size(letter.record().value(), letter.header(DeadLetterHeader.VALUE_SIZE)));
        letter.header(DeadLetterHeader.DROPPED_HEADERS)
                .ifPresent(each -> line("left out", Visible.text(each) + " headers"));
        List<Header> headers = letter.theirs();
        headers.stream().limit(MOST_HEADERS).forEach(this::print);
        if (headers.size() > MOST_HEADERS) {
            out().printf("  and %,d more headers%n", headers.size() - MOST_HEADERS);
        }
        if (value) {
            bytes("the key", letter.record().key());
            bytes("the value", letter.record().value());
        }
        out().println();
    }

    private static String origin(Letter letter) {
        return letter.header(DeadLetterHeader.ORIGIN)
                .map(each -> "connector " + each + ", never a record")
                .orElseGet(() -> letter.originTopic() + " partition "
                        + letter.header(DeadLetterHeader.PARTITION).orElse("unknown") + " offset "
                        + letter.header(DeadLetterHeader.OFFSET).orElse("unknown")
                        + letter.header(DeadLetterHeader.TIMESTAMP)
                                .map(each -> ", of " + each)
                                .orElse(""));
    }

    private static String putHere(Letter letter) {
        return letter.header(DeadLetterHeader.TIME)
                        .orElseGet(() -> Instant.ofEpochMilli(letter.record().timestamp())
                                .toString())
                + letter.header(DeadLetterHeader.SERVICE)
                        .map(each -> " by " + each)
                        .orElse("");
    }

    private static String size(byte @Nullable [] bytes, Optional<String> whole) {
        return bytes == null
                ? "none"
                : Words.count(bytes.length) + " bytes"
                        + whole.map(each -> ", the first of " + Visible.text(each))
                                .orElse("");
    }

    private void print(Header header) {
        byte @Nullable [] bytes = header.value();
        String text = bytes == null ? "none" : Visible.bytes(bytes);
        boolean isLong = text.length() > LONGEST_HEADER;
        out().println("  header    " + Visible.text(header.key()) + " = "
                + (isLong ? text.substring(0, LONGEST_HEADER) + "... (" + size(bytes, Optional.empty()) + ")" : text));
    }

    private void bytes(String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            line(name, Visible.bytes(bytes));
        }
    }

    private void line(String name, String text) {
        out().printf("  %-9s %s%n", name, text);
    }
}
