/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for whoever wrote a command line that cannot be understood. */
final class Misunderstanding {

    private static final Pattern JAVA_NUMBER = Pattern.compile("'[^']*' is not an? (long|int|double)$");

    private Misunderstanding() {}

    static int explain(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(
                e instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : sentence(String.valueOf(e.getMessage())));
        err.println(command.getCommandSpec().qualifiedName() + " --help says more.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Names an option, but never repeats a value: behind a mistyped --secret stands a secret. */
    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst().split("=", 2)[0];
        if (!first.startsWith("--")) {
            return "There is a word too many, or an option is missing before it.";
        }
        List<String> similar = e.getSuggestions();
        return "There is no option " + first + "."
                + (similar.isEmpty() ? "" : " Perhaps " + String.join(" or ", similar) + " is meant.");
    }

    private static String sentence(String said) {
        String message = JAVA_NUMBER.matcher(said).replaceFirst("it is a number");
        return message.endsWith(".") ? message : message + ".";
    }
}
