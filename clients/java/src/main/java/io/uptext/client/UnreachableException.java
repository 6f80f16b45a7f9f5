/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import org.jspecify.annotations.Nullable;

/** No answer came in time. The wish may have been heard all the same; with the same idempotency key it can be repeated. */
public final class UnreachableException extends UptextException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
