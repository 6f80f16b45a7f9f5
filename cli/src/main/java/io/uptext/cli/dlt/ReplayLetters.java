/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.simulate.CtrlC;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./uptext dlt replay}: sends letters back to where they came from. */
@Command(
        name = "replay",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "",
            "Sends dead letters back to the partition that they came from, as they were. A letter that was",
            "sent back before stays where it is. What still cannot be read becomes a letter again.",
            ""
        },
        customSynopsis = "./uptext dlt replay --all | SELECTION... [--dry-run] [OPTION...]")
final class ReplayLetters extends LettersCommand {

    private final Clock clock;

    @Option(names = "--all", order = 0, description = "All letters of all of Uptext's dead-letter topics.")
    private boolean all;

    @Option(names = "--dry-run", order = 0, description = "Only print what would be sent.")
    private boolean dryRun;

    @Option(names = "--again", order = 0, description = "Also those that were sent back before.")
    private boolean again;

    ReplayLetters(Clock clock) {
        this.clock = clock;
    }

    @Override
    void check() {
        if (selection().isEverything() != all) {
            throw new IllegalArgumentException(
                    all
                            ? "--all does not go with --topic, --partition, --offset, --reason or --limit."
                            : "Say which letters: --topic, --partition, --offset, --reason, --limit, or --all.");
        }
    }

    @Override
    int run(Letters letters, Map<String, Object> settings) {
        AtomicBoolean isOver = new AtomicBoolean();
        long limit = selection().limit().orElse(Long.MAX_VALUE);
        try (var _ = CtrlC.means(() -> isOver.set(true));
                Sending sending = new Sending(settings, clock, out(), dryRun)) {
            letters.read(letter -> {
                if (selection().has(letter)) {
                    if (letter.isReplayed() && !again) {
                        sending.passOver();
                    } else {
                        sending.take(letter, letters.partitions(letter.originTopic()));
                    }
                }
                return !isOver.get() && sending.goesOn() && sending.taken() < limit;
            });
            sending.flush();
            sending.summarise();
            boolean isMissing = selection().isOneLetter() && sending.seen() == 0;
            if (isMissing) {
                out().println("No letter is like that.");
            }
            return sending.isComplete() && !isMissing ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
