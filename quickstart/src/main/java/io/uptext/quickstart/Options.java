/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.registry.WebOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was asked for on the command line.
 *
 * @param port the first of seven ports in a row, or 0 for the usual ones
 * @param config files with configuration for inbound-sms-service
 * @param origins of more pages of Acme's
 * @param smoke whether to perform one sign-in and end
 * @param help whether to explain and end
 */
record Options(int port, List<Path> config, List<String> origins, boolean smoke, boolean help) {

    static final String HELP = """
            ./uptext quickstart [--port N] [--config FILE]... [--origin URL]... [--smoke]

            Starts a Kafka broker, a Redis, the four services, the demo site Acme and a phone simulator
            in one process on loopback. Ctrl-C ends all of it.

              --port N       listen on N (Acme), N+1 (phone), N+2 (challenge-service),
                             N+3 (inbound-sms-service) and N+4 (notifier-service), and expect an
                             SMSC on N+5 and show the API on N+6, instead of free ports for the pages
                             and, where these are free, 8081, 8082, 8084 and 2775
              --config FILE  add connectors to inbound-sms-service, as the pages in docs/connectors show
                             them; can be repeated
              --origin URL   let pages of a site of yours watch, http://127.0.0.1:3000 for example, beside
                             those of ./uptext site; can be repeated
              --smoke        perform one whole sign-in, print each step with its time, stop; exits 0 or 1.
                             Others run one at a time; this runs beside them
              --help         this text""";

    private static final Set<String> TAKES_VALUE = Set.of("--port", "--config", "--origin");
    private static final int HIGHEST = 65_529;
    private static final Pattern CONFIGURATION = Pattern.compile(".*\\.(yaml|yml|properties)");

    Options {
        config = List.copyOf(config);
        origins = List.copyOf(origins);
    }

    static Options parse(String... arguments) {
        Options options = new Options(0, List.of(), List.of(), false, false);
        for (int i = 0; i < arguments.length; i++) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            options = switch (arguments[i]) {
                case "--smoke" -> new Options(options.port, options.config, options.origins, true, options.help);
                case "--help", "-h" -> new Options(options.port, options.config, options.origins, options.smoke, true);
                case "--port" -> new Options(port(value), options.config, options.origins, options.smoke, options.help);
                case "--config" ->
                    new Options(
                            options.port,
                            with(options.config, file(value)),
                            options.origins,
                            options.smoke,
                            options.help);
                case "--origin" ->
                    new Options(
                            options.port,
                            options.config,
                            with(options.origins, origin(value)),
                            options.smoke,
                            options.help);
                default -> throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
            };
            if (TAKES_VALUE.contains(arguments[i])) {
                i++;
            }
        }
        return options;
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static String origin(String text) {
        try {
            return new WebOrigin(text).value();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--origin takes what a browser sends as one, http://127.0.0.1:3000 for example.", e);
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence.
        }
        throw new IllegalArgumentException("--port takes a number from 1 to " + HIGHEST + ".");
    }

    private static Path file(String text) {
        if (!CONFIGURATION.matcher(text).matches()) {
            throw new IllegalArgumentException("--config takes a file that ends in .yaml, .yml or .properties.");
        }
        Path file = Path.of(text);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("--config " + text + " is not a file that can be read.");
        }
        return file;
    }
}
