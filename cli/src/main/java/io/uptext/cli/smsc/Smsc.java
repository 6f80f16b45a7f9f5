/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.Surroundings;
import io.uptext.cli.simulate.CtrlC;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.Reaction;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import io.uptext.simulator.smsc.SmscSettingsBuilder;
import io.uptext.simulator.smsc.WrongPdu;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./uptext simulate smsc}: delivers what an operator would deliver. */
@Command(
        name = "smsc",
        hidden = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext simulate smsc [--secret PASSWORD] [OPTION...]",
        description = {
            "",
            "Waits for a receiver that binds over SMPP 3.4 or 5.0, and delivers a text from a phone to it.",
            ""
        },
        footer = {
            "",
            "Exits with 0 if all was answered with ESME_ROK (with --wrong: if the reaction was right as well),",
            "with 1 if not, with 2 for wrong usage. docs/connectors/smpp.md says how to configure the receiver."
        })
public final class Smsc implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Patience patience = new Patience();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @ArgGroup(validate = false, order = 1, heading = "%nWhere and as whom receivers bind%n")
    private Place place = new Place();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat the phone sends%n")
    private OperatorText text = new OperatorText();

    @ArgGroup(validate = false, order = 3, heading = "%nMany of them%n")
    private OperatorAmount amount = new OperatorAmount();

    @ArgGroup(validate = false, order = 4, heading = "%nWhat goes wrong%n")
    private Troubles troubles = new Troubles();

    /** The command, as it is run in {@code surroundings}. */
    public Smsc(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        MobileMessage message;
        SmscSettings settings;
        try {
            message = text.message();
            settings = settings();
            checkAmount();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
        try (var _ = CtrlC.means(this::stop);
                SimulatedSmsc smsc = SimulatedSmsc.start(settings)) {
            return deliver(smsc, message) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (UncheckedIOException e) {
            command()
                    .getErr()
                    .println("Nobody can listen on " + place.host() + " port " + settings.port()
                            + ": it is taken, or no port of this machine. --port says another one.");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void stop() {
        patience.end();
        end.complete(null);
    }

    private SmscSettings settings() {
        SmscSettingsBuilder settings = SmscSettings.builder();
        place.settle(settings, surroundings.variables());
        return settings.window(amount.window())
                .faults(troubles.faults())
                .listener(new Doorkeeper(out()))
                .build();
    }

    private void checkAmount() {
        var _ = amount.toLoad();
        if (troubles.wrong() != null && amount.isLoad()) {
            throw new IllegalArgumentException("--wrong goes with one text: --count, --rate and --for do not.");
        }
    }

    private boolean deliver(SimulatedSmsc smsc, MobileMessage message) throws InterruptedException {
        WrongPdu wrong = troubles.wrong();
        SomethingWrong something = wrong == null ? null : new SomethingWrong(smsc, wrong, patience, out());
        if (something != null) {
            something.announce();
        }
        boolean isEarly = wrong == WrongPdu.DELIVER_BEFORE_BIND_RESP;
        CompletableFuture<Reaction> early =
                isEarly ? smsc.provoke(WrongPdu.DELIVER_BEFORE_BIND_RESP, message) : new CompletableFuture<>();
        out().println("An SMSC listens on " + place.host() + ":" + smsc.port() + " and waits for a bind as "
                + place.systemId() + ".");
        out().flush();
        if (!patience.awaitBind(smsc, () -> hint(smsc.port()))) {
            out().println("Nobody has bound.");
            out().flush();
            return false;
        }
        if (something != null && wrong != null) {
            return something.deliver(message, isEarly ? early : smsc.provoke(wrong, message));
        }
        if (!amount.isLoad()) {
            return new OneText(smsc, patience, out()).deliver(message, Patience.FOREVER);
        }
        PrintWriter terminal = surroundings.isTerminal() ? command().getErr() : null;
        return new ManyTexts(smsc, out(), terminal).deliver(text::next, amount.toLoad(), end);
    }

    private void hint(int port) {
        out().println("Nobody is bound yet. Tell the receiver this machine as its host, " + port + " as the port, "
                + (place.isSecured() ? "with TLS, " : "without TLS, ") + place.systemId()
                + " as the system id, and the password.");
        out().flush();
    }

    private PrintWriter out() {
        return command().getOut();
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        return spec.commandLine();
    }
}
