/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/**
 * A failure in words for the log: which exceptions, and where in our code. Their messages are left out, for some quote the
 * arguments of a command; Kafka's own name topics and brokers only.
 */
final class Description {

    private static final String OURS = "io.uptext.";
    private static final int DEEPEST = 8;

    private Description() {}

    static String of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        StringBuilder words = new StringBuilder();
        for (Throwable each : chain) {
            if (isTelling(each)) {
                words.append(words.isEmpty() ? "" : ", by ")
                        .append(each.getClass().getSimpleName());
                if (each instanceof ApiException) {
                    words.append(" (").append(each.getMessage()).append(')');
                }
            }
        }
        if (words.isEmpty()) {
            words.append(failure.getClass().getSimpleName());
        }
        chain.reversed().stream()
                .map(Description::place)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(place -> words.append(" in ").append(place));
        return words.toString();
    }

    /** The error that is behind it, if there is one. */
    static Optional<Error> error(Throwable failure) {
        return chain(failure).stream()
                .filter(Error.class::isInstance)
                .map(Error.class::cast)
                .findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable next = failure;
        while (next != null && chain.size() < DEEPEST) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static boolean isTelling(Throwable each) {
        return !(each instanceof ListenerExecutionFailedException
                || each instanceof CompletionException
                || each instanceof ExecutionException);
    }

    private static Optional<String> place(Throwable each) {
        return Arrays.stream(each.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }
}
