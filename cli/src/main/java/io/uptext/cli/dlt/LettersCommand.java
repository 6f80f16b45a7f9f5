/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.kafka.Broker;
import io.uptext.cli.kafka.NoSuchTopicException;
import io.uptext.cli.kafka.Trouble;
import io.uptext.cli.kafka.Visible;
import java.io.PrintWriter;
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

/** What every command on dead letters shares: where they are, which of them, and what is said if Kafka is not there. */
abstract class LettersCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nWhich Kafka%n")
    private Broker broker = new Broker();

    @ArgGroup(validate = false, order = 2, heading = "%nWhich letters%n")
    private Selection selection = new Selection();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @Override
    public final Integer call() {
        Map<String, Object> settings;
        try {
            selection.check();
            check();
            settings = broker.settings("uptext-dlt");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
        try (Letters letters = Letters.open(settings, selection)) {
            return run(letters, settings);
        } catch (NoSuchTopicException e) {
            command().getErr().println(e.getMessage() + " (Kafka at " + Broker.place(settings) + ")");
        } catch (KafkaException e) {
            String sentence = Trouble.sentence(e, Visible.text(Broker.place(settings)));
            if (Trouble.isAboutSettings(e)) {
                throw new ParameterException(command(), sentence, e);
            }
            command().getErr().println(sentence);
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
    abstract int run(Letters letters, Map<String, Object> settings);

    final Selection selection() {
        return selection;
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
