/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./uptext bench}. */
@Command(
        name = "./uptext bench",
        description = "Measure a service of ours beside the least that could do the same, and print the ratio.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CreateBenchmark.class,
            EnumerationBenchmark.class,
            DoorBenchmark.class,
            JoinBenchmark.class,
            MemoryBenchmark.class,
            SmppBenchmark.class,
            WatchBenchmark.class
        })
public final class Benchmarks implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Benchmarks() {}

    /** Runs one; it exits with 0 whatever the figures are, and with 1 where there are none. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((failure, _) -> {
                    CommandLine command = failure.getCommandLine();
                    command.getErr().println(failure.getMessage());
                    command.usage(command.getErr());
                    return command.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
