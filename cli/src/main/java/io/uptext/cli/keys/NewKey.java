/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.keys;

import io.uptext.contracts.vocabulary.ApiKey;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key and says what of it goes where. */
@Command(
        name = "new",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext keys new [OPTION...]",
        description = {
            "",
            "Makes an API key and its entry for the registry. Nothing is stored: the key is shown this once.",
            ""
        })
final class NewKey implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        ApiKey key = ApiKey.random(new SecureRandom());
        PrintWriter out = spec.commandLine().getOut();
        out.println("For the relying party, by a way that nobody reads along, and shown only here:");
        out.println();
        out.println("  " + key.reveal());
        out.println();
        out.println("For the registry, below the keys of that relying party:");
        out.println();
        // In quotes, for some look like numbers.
        out.println("  - id: \"" + key.id() + "\"");
        out.println("    hash: \"" + key.hash() + "\"");
        out.flush();
        return 0;
    }
}
