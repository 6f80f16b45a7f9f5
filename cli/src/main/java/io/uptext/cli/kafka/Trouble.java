/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.kafka;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** What stands between us and Kafka, in one sentence. */
public final class Trouble {

    /** A value may be a password. */
    private static final Pattern VALUE = Pattern.compile("Invalid value .* for configuration", Pattern.DOTALL);

    private Trouble() {}

    /**
     * A sentence for whoever gave the command.
     *
     * @param place the brokers, as they were named
     */
    public static String sentence(KafkaException failure, String place) {
        Throwable innermost = innermost(failure);
        return switch (failure) {
            case TimeoutException _ ->
                "No Kafka broker at " + place + " answers within " + Broker.PATIENCE_MILLIS / 1000
                        + " seconds. Is that the address, and does it want TLS or a login (--config)?";
            case AuthenticationException _ ->
                "Kafka at " + place + " does not let us in ("
                        + failure.getClass().getSimpleName()
                        + "). --config names a file with the settings of TLS and SASL.";
            case AuthorizationException _ -> "Kafka does not allow it: " + message(failure) + ".";
            case RecordTooLargeException _ -> "Kafka does not take it, for it is too large.";
            default ->
                isAboutSettings(innermost)
                        ? "Kafka's client does not understand its settings: " + message(innermost) + "."
                        : "Kafka's client failed: " + message(innermost) + ".";
        };
    }

    /** Whether whoever gave the command can do better. */
    public static boolean isAboutSettings(Throwable failure) {
        return innermost(failure) instanceof ConfigException;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }

    private static String message(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
        String sentence = Visible.text(VALUE.matcher(message).replaceAll("Invalid value for configuration"));
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
