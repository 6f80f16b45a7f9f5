/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./uptext chaos}. */
@Command(
        name = "./uptext chaos",
        description = {
            "Kill our services and what they stand on while people sign in, and check what was promised to them.",
            "Ends with 0 if every promise was kept, and with 1 otherwise. See docs/chaos.md."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Chaos implements Runnable {

    private static final int SIGN_INS = 2_000;
    private static final int PER_SECOND = 150;
    private static final int KILLS = 200;
    private static final int PER_SECOND_AMONG_KILLS = 50;
    private static final int WATCHERS = 500;
    private static final int SIGN_INS_OF_WATCHERS = 3_000;
    private static final int PER_SECOND_OF_WATCHERS = 30;
    private static final int SIGN_INS_OF_WEBHOOKS = 3_600;
    private static final int PER_SECOND_OF_WEBHOOKS = 22;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    private Chaos() {}

    /** Plays one scenario, or all. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Chaos())
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

    @Command(name = "flushall", description = "FLUSHALL on Redis in the middle of the sign-ins.")
    int flushAll(@Mixin Amount amount, @Mixin Options options) throws Exception {
        atLeastOne(amount.signIns, amount.perSecond);
        return play(options, List.of(new FlushAll(amount.signIns, amount.perSecond)));
    }

    @Command(name = "redis-kill", description = "kill -9 of Redis, which comes back empty after two or three seconds.")
    int redisKill(@Mixin Amount amount, @Mixin Options options) throws Exception {
        atLeastOne(amount.signIns, amount.perSecond);
        return play(options, List.of(new RedisKill(amount.signIns, amount.perSecond)));
    }

    @Command(
            name = "broker-kill",
            description = "kill -9 of the broker, which comes back on its logs after ten seconds.")
    int brokerKill(@Mixin Amount amount, @Mixin Options options) throws Exception {
        atLeastOne(amount.signIns, amount.perSecond);
        return play(options, List.of(new BrokerKill(amount.signIns, amount.perSecond)));
    }

    @Command(
            name = "kill-verifiers",
            description = "kill -9 of verifiers at random moments, without an end of sign-ins.")
    int killVerifiers(
            @Option(names = "--kills", defaultValue = "" + KILLS, description = "How many (${DEFAULT-VALUE}).")
                    int kills,
            @Option(
                            names = "--rate",
                            defaultValue = "" + PER_SECOND_AMONG_KILLS,
                            description = "Sign-ins that begin in a second (${DEFAULT-VALUE}).")
                    int perSecond,
            @Mixin Options options)
            throws Exception {
        atLeastOne(kills, perSecond);
        return play(options, List.of(new KillVerifiers(kills, perSecond)));
    }

    @Command(
            name = "watchers",
            description =
                    "People wait at two notifiers, of which one is killed, frozen and replaced; Redis and the broker are killed.")
    int watchers(
            @Option(
                            names = "--watchers",
                            defaultValue = "" + WATCHERS,
                            description = "How many wait before anything is done (${DEFAULT-VALUE}).")
                    int watchers,
            @Option(
                            names = "--sign-ins",
                            defaultValue = "" + SIGN_INS_OF_WATCHERS,
                            description = "How many sign-ins (${DEFAULT-VALUE}).")
                    int signIns,
            @Option(
                            names = "--rate",
                            defaultValue = "" + PER_SECOND_OF_WATCHERS,
                            description =
                                    "Sign-ins that begin in a second (${DEFAULT-VALUE}); a page waits for 20 s on the average.")
                    int perSecond,
            @Mixin Options options)
            throws Exception {
        atLeastOne(watchers, signIns, perSecond);
        return play(options, List.of(Watchers.all(watchers, signIns, perSecond)));
    }

    @Command(
            name = "webhooks",
            description =
                    "The webhook of a relying party fails, hangs, redirects and is gone; a notifier and the broker are killed.")
    int webhooks(
            @Option(
                            names = "--sign-ins",
                            defaultValue = "" + SIGN_INS_OF_WEBHOOKS,
                            description = "How many sign-ins (${DEFAULT-VALUE}).")
                    int signIns,
            @Option(
                            names = "--rate",
                            defaultValue = "" + PER_SECOND_OF_WEBHOOKS,
                            description = "Sign-ins that begin in a second (${DEFAULT-VALUE}).")
                    int perSecond,
            @Mixin Options options)
            throws Exception {
        atLeastOne(signIns, perSecond);
        return play(options, List.of(Webhooks.all(signIns, perSecond)));
    }

    @Command(name = "all", description = "All of these, as they are without options.")
    int all(@Mixin Options options) throws Exception {
        return play(
                options,
                List.of(
                        new FlushAll(SIGN_INS, PER_SECOND),
                        new RedisKill(SIGN_INS, PER_SECOND),
                        new BrokerKill(SIGN_INS, PER_SECOND),
                        new KillVerifiers(KILLS, PER_SECOND_AMONG_KILLS),
                        Watchers.all(WATCHERS, SIGN_INS_OF_WATCHERS, PER_SECOND_OF_WATCHERS),
                        Webhooks.all(SIGN_INS_OF_WEBHOOKS, PER_SECOND_OF_WEBHOOKS)));
    }

    private int play(Options options, List<Scenario> scenarios) throws Exception {
        atLeastOne(options.verifiers);
        PrintWriter out = spec.commandLine().getOut();
        long seed = options.seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : options.seed;
        Path folder = WorkFolder.create();
        List<String> broken = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Path own = folder.resolve(scenario.name());
            Trial trial = new Trial(scenario, Cast.of(options.verifiers), seed, own, out, Clock.systemUTC());
            if (!trial.run().isKept()) {
                broken.add("./uptext chaos %s --seed %d plays the same again; the logs are in %s"
                        .formatted(scenario.name(), seed, own));
            }
        }
        out.println(broken.isEmpty() ? "Every promise was kept." : "Promises were broken.");
        broken.forEach(out::println);
        out.flush();
        return broken.isEmpty() ? 0 : 1;
    }

    private void atLeastOne(int... numbers) {
        for (int number : numbers) {
            if (number < 1) {
                throw new ParameterException(spec.commandLine(), "Each number is at least 1.");
            }
        }
    }

    /** How much is played. */
    static final class Amount {
        @Option(
                names = "--sign-ins",
                defaultValue = "" + SIGN_INS,
                description = "How many sign-ins (${DEFAULT-VALUE}).")
        int signIns;

        @Option(
                names = "--rate",
                defaultValue = "" + PER_SECOND,
                description = "Sign-ins that begin in a second (${DEFAULT-VALUE}).")
        int perSecond;
    }

    /** What every scenario takes. */
    static final class Options {
        @Option(names = "--seed", description = "Of all that is random; a printed one plays the same again.")
        @Nullable
        Long seed;

        @Option(names = "--verifiers", defaultValue = "3", description = "How many processes (${DEFAULT-VALUE}).")
        int verifiers;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Print this text.")
        boolean help;
    }
}
