/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Every kind of problem that our APIs answer with (RFC 9457). A kind's {@link #type()} is public API; docs/api/problems.md
 * has them all.
 */
public enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Not authenticated"),
    WRONG_VERIFIER(HttpStatus.FORBIDDEN, "Not the verifier of this challenge"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed"),
    INVALID_SIGNATURE(HttpStatus.UNAUTHORIZED, "The signature does not match"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    ALREADY_DECIDED(HttpStatus.CONFLICT, "The challenge has ended already"),
    NOT_CONFIRMED(HttpStatus.CONFLICT, "The challenge is not confirmed"),
    ALREADY_REDEEMED(HttpStatus.CONFLICT, "The challenge has been redeemed already"),
    DISAVOWED(HttpStatus.CONFLICT, "The challenge has been disavowed"),
    CURSOR_TOO_OLD(HttpStatus.GONE, "What comes after the cursor is kept no more"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    IMPOSSIBLE_NUMBER(HttpStatus.UNPROCESSABLE_CONTENT, "Not a possible phone number"),
    UNKNOWN_DESTINATION(HttpStatus.UNPROCESSABLE_CONTENT, "Not a destination of this connector"),
    IDEMPOTENCY_MISMATCH(HttpStatus.UNPROCESSABLE_CONTENT, "Another request has this Idempotency-Key"),
    INVALID_REQUEST(HttpStatus.UNPROCESSABLE_CONTENT, "A value is out of range"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Try again shortly"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status it is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** A short summary for people. */
    public String title() {
        return title;
    }

    /** The stable identifier for programs. */
    public String type() {
        return "urn:uptext:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Makes an exception that is answered with this problem.
     *
     * @param detail a sentence for whoever made the mistake; never a number, a code or a text
     */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
