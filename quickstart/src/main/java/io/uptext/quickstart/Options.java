/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was asked for on the command line.
 *
 * @param port the first of six ports in a row, or 0 for the usual ones
 * @param config files with configuration for inbound-sms-service
 * @param smoke whether to perform one sign-in and end
 * @param help whether to explain and end
 */
record Options(int port, List<Path> config, boolean smoke, boolean help) {

    static final String HELP = """
            ./uptext quickstart [--port N] [--config FILE]... [--smoke]

            Starts a Kafka broker, a Redis, the four services, the demo site Acme and a phone simulator
            in one process on loopback. Ctrl-C ends all of it.

              --port N       listen on N (Acme), N+1 (phone), N+2 (challenge-service),
                             N+3 (inbound-sms-service) and N+4 (notifier-service), and expect an
                             SMSC on N+5, instead of free ports for the pages and, where these are
                             free, 8081, 8082, 8084 and 2775
              --config FILE  add connectors to inbound-sms-service, as the pages in docs/connectors show
                             them; can be repeated
              --smoke        perform one whole sign-in, print each step with its time, stop; exits 0 or 1
              --help         this text""";

    private static final int HIGHEST = 65_530;
    private static final Pattern CONFIGURATION = Pattern.compile(".*\\.(yaml|yml|properties)");

    Options {
        config = List.copyOf(config);
    }

    static Options parse(String... arguments) {
        Options options = new Options(0, List.of(), false, false);
        for (int i = 0; i < arguments.length; i++) {
            options = switch (arguments[i]) {
                case "--smoke" -> new Options(options.port, options.config, true, options.help);
                case "--help", "-h" -> new Options(options.port, options.config, options.smoke, true);
                case "--port" -> {
                    i++;
                    int port = port(i < arguments.length ? arguments[i] : "");
                    yield new Options(port, options.config, options.smoke, options.help);
                }
                case "--config" -> {
                    i++;
                    List<Path> config = new ArrayList<>(options.config);
                    config.add(file(i < arguments.length ? arguments[i] : ""));
                    yield new Options(options.port, config, options.smoke, options.help);
                }
                default -> throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
            };
        }
        return options;
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
