/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.cli.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./uptext webhooks}: the deliveries to webhooks. */
@Command(
        name = "webhooks",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext webhooks list|replay|enable [OPTION...]",
        description = {
            "",
            "Looks at what is to be delivered to the webhooks of relying parties, has it delivered again, and",
            "enables webhooks that said that they were gone.",
            ""
        },
        commandListHeading = "%n",
        footer = {
            "",
            "Exits with 0, with 1 if Kafka stands in the way or there is nothing of the kind, with 2 for wrong usage.",
            "docs/operations/webhooks.md says what to do when."
        })
public final class Webhooks implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    private Webhooks() {}

    /** The command with its own commands, as they are run in {@code surroundings}. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new Webhooks())
                .addSubcommand(new ListDeliveries(surroundings.clock()))
                .addSubcommand(new ReplayDeliveries(surroundings.clock()))
                .addSubcommand(new EnableWebhook(surroundings.clock()));
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        throw new ParameterException(spec.commandLine(), "One of list, replay and enable is missing.");
    }
}
