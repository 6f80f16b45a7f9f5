/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.cli.Surroundings;
import io.uptext.simulator.Account;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import io.uptext.simulator.traffic.Courier;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./uptext simulate}: sends what a provider would send. */
@Command(
        name = "simulate",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = {
            "./uptext simulate PROVIDER --url URL [--secret SECRET] [OPTION...]",
            "       ./uptext simulate [PROVIDER] --list",
            "       ./uptext simulate smsc [OPTION...]"
        },
        description = {
            "",
            "Delivers a text from a phone as PROVIDER does, with a right signature or a deliberately wrong one.",
            "smsc is an operator and no provider: it speaks SMPP and has options of its own.",
            ""
        },
        footer = {
            "",
            "Exits with 0 if every answer was 2xx (with --wrong: 401), with 1 if not, with 2 for wrong usage.",
            "docs/connectors has a page for each provider, with a command to try."
        })
public final class Simulate implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROVIDER", arity = "0..1", description = "Who delivers: the provider of a connector.")
    private @Nullable String name;

    @Option(
            names = "--list",
            description = "Print all providers, or PROVIDER alone: how they prove themselves, and their options.")
    private boolean list;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @ArgGroup(validate = false, order = 1, heading = "%nWhere to%n")
    private Place place = new Place();

    @ArgGroup(validate = false, order = 2, heading = "%nWho it is from%n")
    private Identity identity = new Identity();

    @ArgGroup(validate = false, order = 3, heading = "%nWhat the phone sends%n")
    private Message message = new Message();

    @ArgGroup(validate = false, order = 4, heading = "%nMany of them%n")
    private RequestAmount amount = new RequestAmount();

    /** The command, as it is run in {@code surroundings}. */
    public Simulate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command().getOut();
        if (list) {
            ProviderList.print(name == null ? SimulatedProviders.all() : List.of(provider()), out);
            return CommandLine.ExitCode.OK;
        }
        SimulatedProvider provider = provider();
        Account account;
        Requests requests;
        try {
            account = identity.account(provider, place, surroundings.variables());
            requests =
                    new Requests(provider, account, identity.fault(provider, account), message, surroundings.clock());
            requests.check();
            var _ = amount.toLoad();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
        Expectation expectation = Expectation.of(requests.fault());
        expectation.announce(out);
        try (Courier courier = new Courier()) {
            return amount.isLoad()
                    ? new ManyRequests(courier, expectation, command(), surroundings.isTerminal())
                            .send(requests, amount.toLoad())
                    : new OneRequest(courier, expectation, command()).send(requests.get());
        }
    }

    private SimulatedProvider provider() {
        if (name == null) {
            throw new ParameterException(command(), "PROVIDER is missing; --list says which there are.");
        }
        return SimulatedProviders.named(name)
                .orElseThrow(() ->
                        new ParameterException(command(), "There is no such provider; --list says which there are."));
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        return spec.commandLine();
    }
}
