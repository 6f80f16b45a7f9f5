/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.OutcomeEvent;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what a page was told with what the log says. */
final class Outcomes {

    private Outcomes() {}

    /** Whether this record is what the page was told, with the same reason. */
    static boolean isToldBy(Told record, Heard heard) {
        return heard.status() == Evidence.status(record) && Objects.equals(heard.why(), why(record.event()));
    }

    /** Whether this record is the attempt that the page was told of. */
    static boolean isAttempt(Told record, Heard heard) {
        return record.event() instanceof AuthAttemptRejected attempt
                && Objects.equals(heard.why(), why(attempt))
                && !heard.at().isBefore(record.at());
    }

    private static @Nullable String why(OutcomeEvent event) {
        return switch (event) {
            case AuthDenied denied -> word(denied.reason());
            case AuthAttemptRejected attempt -> word(attempt.flaw());
            case AuthConfirmed _, AuthExpired _, AuthCancelled _ -> null;
        };
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
