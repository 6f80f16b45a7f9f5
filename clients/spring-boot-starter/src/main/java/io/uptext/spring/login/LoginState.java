/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where the login of one browser session stands; it is kept there, and the page shows it.
 *
 * @param pending the challenge, as long as the session may finish it
 * @param title of what happened, where something did
 * @param words what happened, or two digits in a {@link Kind#QUESTION}, where they may be known
 */
public record LoginState(Kind kind, @Nullable PendingLogin pending, String title, String words)
        implements Serializable {

    /** By which name a session keeps it. */
    public static final String ATTRIBUTE = "io.uptext.login";

    /** What the person is shown. */
    public enum Kind {
        /** The beginning, perhaps with words about what was wrong. */
        START,
        /** The text to send. */
        WAITING,
        /** Whether the number that texted is theirs. */
        QUESTION,
        /** That Uptext could not be asked, and that they can try again. */
        RETRY,
        /** That it is over, and why. */
        ENDED
    }

    static LoginState start(String words) {
        return new LoginState(Kind.START, null, "", words);
    }

    static LoginState waiting(PendingLogin pending, String words) {
        return new LoginState(Kind.WAITING, pending, "", words);
    }

    static LoginState question(PendingLogin pending, String lastDigits) {
        return new LoginState(Kind.QUESTION, pending, "", lastDigits);
    }

    static LoginState retry(PendingLogin pending, LoginState asked) {
        return asked.kind() == Kind.QUESTION ? asked : new LoginState(Kind.RETRY, pending, "", "");
    }

    /** Over. */
    public static LoginState ended(String title, String words) {
        return new LoginState(Kind.ENDED, null, title, words);
    }

    /** Nothing has begun. */
    public static LoginState none() {
        return start("");
    }

    /** Whether this is the session, and the page of it, that began the challenge. */
    public boolean isOf(@Nullable String challenge) {
        return pending != null && pending.id().equals(challenge);
    }

    /** Without the digits. */
    @Override
    public String toString() {
        return "LoginState[" + kind + ", " + pending + "]";
    }
}
