/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import java.io.IOException;

/** A name leads to an address that we must not call. Nothing was connected to, and the message names neither. */
public final class ForbiddenAddressException extends IOException {

    private static final long serialVersionUID = 1;

    ForbiddenAddressException() {
        super("an address that must not be called");
    }
}
