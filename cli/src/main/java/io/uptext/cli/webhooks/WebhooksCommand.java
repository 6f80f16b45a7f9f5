/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.cli.kafka.Broker;
import io.uptext.cli.kafka.NoSuchTopicException;
import io.uptext.cli.kafka.Trouble;
import io.uptext.cli.kafka.Visible;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command on webhooks shares: where Kafka is, and what is said if it is not there. */
abstract class WebhooksCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nWhich Kafka%n")
    private Broker broker = new Broker();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    WebhooksCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public final Integer call() {
        Map<String, Object> settings;
        try {
            check();
            settings = broker.settings("uptext-webhooks");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
        try {
            return run(settings);
        } catch (NoSuchTopicException e) {
            err().println(e.getMessage() + " (Kafka at " + Visible.text(Broker.place(settings)) + ")");
        } catch (KafkaException e) {
            String sentence = Trouble.sentence(e, Visible.text(Broker.place(settings)));
            if (Trouble.isAboutSettings(e)) {
                throw new ParameterException(command(), sentence, e);
            }
            err().println(sentence);
        } finally {
            out().flush();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * Whether the options make sense together.
     *
     * @throws IllegalArgumentException with a sentence if not
     */
    abstract void check();

    /** Does what the command is for, and says how it ends. */
    abstract int run(Map<String, Object> settings) throws NoSuchTopicException;

    final Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    final PrintWriter out() {
        return command().getOut();
    }

    final PrintWriter err() {
        return command().getErr();
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        return spec.commandLine();
    }
}
