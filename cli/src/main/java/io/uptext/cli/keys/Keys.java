/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.keys;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./uptext keys}: API keys of relying parties, and keys that sign proofs and webhooks. */
@Command(
        name = "keys",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext keys new|proof|webhook [OPTION...]",
        description = {"", "Makes API keys for relying parties, and keys that sign proofs and webhooks.", ""},
        commandListHeading = "%n",
        footer = {"", "docs/registry.md, docs/api/proofs.md and docs/webhooks.md say where they go."})
public final class Keys implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    private Keys() {}

    /** The command with its own commands. */
    public static CommandLine commandLine() {
        return new CommandLine(new Keys())
                .addSubcommand(new NewKey())
                .addSubcommand(new NewProofKey())
                .addSubcommand(new NewWebhookKey());
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        throw new ParameterException(spec.commandLine(), "One of new, proof and webhook is missing.");
    }
}
