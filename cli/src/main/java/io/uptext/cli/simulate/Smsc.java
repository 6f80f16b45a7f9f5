/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.cli.Surroundings;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./uptext simulate smsc}: plays the message centre of an operator, at which inbound-sms-service binds. */
@Command(
        name = "smsc",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext simulate smsc [--port N] --secret PASSWORD [OPTION...]",
        description = {
            "",
            "Listens as an operator's SMSC does, waits until inbound-sms-service has bound (SMPP 3.4 or 5.0),",
            "delivers a text from a phone, and unbinds.",
            ""
        },
        footer = {
            "",
            "Exits with 0 if everything was answered with ESME_ROK (with --wrong: if the wrong PDU had the",
            "right reaction, and the text after it ESME_ROK), with 1 if not, with 2 for wrong usage.",
            "docs/connectors/smpp.md says how to configure the other side."
        })
final class Smsc implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @ArgGroup(validate = false, order = 1, heading = "%nWhere it is%n")
    private SmscPlace place = new SmscPlace();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat the phone sends%n")
    private MobileText text = new MobileText();

    @ArgGroup(validate = false, order = 3, heading = "%nMany of them%n")
    private Amount amount = new Amount();

    @ArgGroup(validate = false, order = 4, heading = "%nWhat goes wrong%n")
    private SmscFaults faults = new SmscFaults();

    Smsc(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine command = command();
        SmscSettings settings;
        try {
            amount.check();
            text.check();
            settings = place.settings(surroundings.variables(), faults, new SmscVisitors(command.getOut()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, sentence(e), e);
        }
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings)) {
            return play(smsc, command);
        } catch (UncheckedIOException e) {
            command.getErr()
                    .println("Nobody can listen on port " + settings.port()
                            + " here: it is taken, or --address is none of this machine.");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int play(SimulatedSmsc smsc, CommandLine command) throws InterruptedException {
        Patience patience = new Patience();
        try (var _ = CtrlC.means(patience::end)) {
            if (!patience.awaitBind(smsc, place, command)) {
                return CommandLine.ExitCode.SOFTWARE;
            }
            PrintWriter out = command.getOut();
            if (faults.wrong() != null) {
                return new WrongDelivery(smsc, text, out).provoke(faults.wrong(), patience);
            }
            return amount.isLoad()
                    ? new ManyTexts(smsc, text, command, surroundings.isTerminal()).deliver(amount.toLoad(), patience)
                    : new OneText(smsc, text, out).deliver(patience);
        }
    }

    private static String sentence(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        return spec.commandLine();
    }
}
