/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import org.jspecify.annotations.Nullable;

/** A call that had no good answer. Messages name addresses of ours and types of problems, never a number or a secret. */
public abstract sealed class UptextException extends RuntimeException
        permits ProblemException, UnreachableException, UnexpectedAnswerException {

    private static final long serialVersionUID = 1L;

    UptextException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
