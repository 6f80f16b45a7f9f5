/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import com.fasterxml.jackson.annotation.JsonValue;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a challenge stands, in the words of our APIs. */
public enum ChallengeStatus {
    PENDING,
    CONFIRMED,
    DENIED,
    EXPIRED,
    CANCELLED;

    /** The status that an outcome gives a challenge; pending without one. */
    public static ChallengeStatus of(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> PENDING;
            case AuthConfirmed _ -> CONFIRMED;
            case AuthDenied _ -> DENIED;
            case AuthExpired _ -> EXPIRED;
            case AuthCancelled _ -> CANCELLED;
        };
    }

    /** Its name in JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
