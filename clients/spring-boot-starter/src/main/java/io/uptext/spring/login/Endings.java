/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.Challenge;
import org.jspecify.annotations.Nullable;

/** How logins end that end otherwise, in words that say what to do. */
final class Endings {

    static final LoginState EXPIRED =
            LoginState.ended("The time is up", "No matching text arrived in time. Start again to get a new one.");
    static final LoginState UNKNOWN =
            LoginState.ended("This request is no longer known", "It may be too old. Start again to get a new text.");
    static final LoginState SPENT = LoginState.ended(
            "This sign-in was used already",
            "Somebody has finished it before you. If that was not you, tell the site, and start again.");
    static final LoginState DOUBTFUL = LoginState.ended(
            "We could not check the sign-in", "Something is wrong on our side. Nobody has been signed in.");
    static final LoginState DISOWNED = LoginState.ended(
            "Nobody has been signed in",
            "The text came from a phone that is not yours, so we have stopped. Start again, and keep the text to yourself.");
    static final LoginState CANCELLED =
            LoginState.ended("Sign-in cancelled", "Nobody has been signed in. The text works no more.");

    private Endings() {}

    /** Of a challenge that is decided and not confirmed. */
    static LoginState of(Challenge challenge) {
        return switch (challenge.status()) {
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
            case DENIED -> denied(challenge.reason());
            case PENDING, CONFIRMED -> throw new IllegalArgumentException("it has no such ending");
        };
    }

    private static LoginState denied(@Nullable String reason) {
        return switch (reason == null ? "" : reason) {
            case "code_in_use" ->
                LoginState.ended(
                        "That text is taken", "Another request has the same code. Start again to get a new one.");
            case "wrong_phone" ->
                LoginState.ended(
                        "Sign-in stopped",
                        "A different phone sent this text, so we stopped to be safe. Nobody has been signed in."
                                + " Start again, and text from the phone whose number you gave.");
            case "second_phone" ->
                LoginState.ended(
                        "Sign-in stopped",
                        "Two phones sent this text, so we stopped to be safe. Nobody has been signed in."
                                + " Start again, and keep the text to yourself.");
            default -> LoginState.ended("Sign-in refused", "This request was refused. Nobody has been signed in.");
        };
    }
}
