/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An error in the words of the API (RFC 9457). Programs look at {@link #type()}; title and detail are for people. */
public final class ProblemException extends UptextException {

    private static final long serialVersionUID = 1L;
    private static final Pattern PRINTABLE = Pattern.compile("[a-z:/.-]{1,80}");

    private final int status;
    private final String typeUri;
    private final String title;
    private final String detail;
    private final @Nullable Duration retryAfter;

    ProblemException(int status, String typeUri, String title, String detail, @Nullable Duration retryAfter) {
        super(message(status, typeUri), null);
        this.status = status;
        this.typeUri = typeUri;
        this.title = title;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** What others have written is not for logs, so there are no more words in it than the type has. */
    private static String message(int status, String typeUri) {
        return "answered with " + status + (PRINTABLE.matcher(typeUri).matches() ? " " + typeUri : "");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind of problem. */
    public ProblemType type() {
        return ProblemType.of(typeUri);
    }

    /** The kind as it was told. */
    public String typeUri() {
        return typeUri;
    }

    /** A short summary for people; may be empty. */
    public String title() {
        return title;
    }

    /** What exactly was wrong, for people; may be empty. */
    public String detail() {
        return detail;
    }

    /** How long to wait before another try, where the answer says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
