/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

/**
 * What was asked for on the command line.
 *
 * @param port the first of five ports in a row, or 0 for free ones
 * @param smoke whether to perform one sign-in and end
 * @param help whether to explain and end
 */
record Options(int port, boolean smoke, boolean help) {

    static final String HELP = """
            ./uptext quickstart [--port N] [--smoke]

            Starts a Kafka broker, a Redis, the four services, the demo site Acme and a phone simulator
            in one process on loopback. Ctrl-C ends all of it.

              --port N   listen on N (Acme), N+1 (phone), N+2 (challenge-service),
                         N+3 (inbound-sms-service) and N+4 (notifier-service) instead of free ports
              --smoke    perform one whole sign-in, print each step with its time, stop; exits 0 or 1
              --help     this text""";

    private static final int HIGHEST = 65_531;

    static Options parse(String... arguments) {
        Options options = new Options(0, false, false);
        for (int i = 0; i < arguments.length; i++) {
            options = switch (arguments[i]) {
                case "--smoke" -> new Options(options.port, true, options.help);
                case "--help", "-h" -> new Options(options.port, options.smoke, true);
                case "--port" -> {
                    i++;
                    yield new Options(port(i < arguments.length ? arguments[i] : ""), options.smoke, options.help);
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
}
