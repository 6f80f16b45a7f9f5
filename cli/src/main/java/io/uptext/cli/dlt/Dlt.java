/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./uptext dlt}: the records that no service could read. */
@Command(
        name = "dlt",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext dlt list|show|replay [OPTION...]",
        description = {"", "Looks at dead letters, records that no service could read, and sends them back.", ""},
        commandListHeading = "%n",
        footer = {
            "",
            "Exits with 0, with 1 if Kafka or a letter stands in the way, with 2 for wrong usage.",
            "docs/operations/dead-letters.md says what to do with them."
        })
public final class Dlt implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    private Dlt() {}

    /** The command with its own commands, as they are run in {@code surroundings}. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new Dlt())
                .addSubcommand(new ListLetters())
                .addSubcommand(new ShowLetters())
                .addSubcommand(new ReplayLetters(surroundings.clock()));
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        throw new ParameterException(spec.commandLine(), "One of list, show and replay is missing.");
    }
}
