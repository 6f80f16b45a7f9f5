/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli;

import io.uptext.cli.dlt.Dlt;
import io.uptext.cli.keys.Keys;
import io.uptext.cli.simulate.Simulate;
import io.uptext.cli.smsc.Smsc;
import io.uptext.cli.webhooks.Webhooks;
import java.io.Console;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./uptext}, as far as it is written in Java. */
@Command(name = "./uptext", synopsisSubcommandLabel = "COMMAND")
public final class Uptext {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    private Uptext() {}

    /** Runs a command and exits with 0, with 1 if it was of no use, or with 2 if nobody can know what was meant. */
    public static void main(String[] arguments) {
        boolean isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        System.exit(commandLine(new Surroundings(Clock.systemUTC(), System.getenv(), isTerminal))
                .execute(arguments));
    }

    /** All commands, for {@link CommandLine#execute}. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new Uptext())
                .addSubcommand(new CommandLine(new Simulate(surroundings)).addSubcommand(new Smsc(surroundings)))
                .addSubcommand(Dlt.commandLine(surroundings))
                .addSubcommand(Webhooks.commandLine(surroundings))
                .addSubcommand(Keys.commandLine())
                .setExpandAtFiles(false)
                .setAllowSubcommandsAsOptionParameters(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Misunderstanding::explain);
    }
}
