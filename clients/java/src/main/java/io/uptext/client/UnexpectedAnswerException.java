/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import org.jspecify.annotations.Nullable;

/** Something answered, and not as Uptext does: a proxy, a captive portal, a redirection, a body without end. */
public final class UnexpectedAnswerException extends UptextException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswerException(int status, String message) {
        this(status, message, null);
    }

    UnexpectedAnswerException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status of it. */
    public int status() {
        return status;
    }
}
