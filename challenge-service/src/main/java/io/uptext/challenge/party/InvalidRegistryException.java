/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import java.util.List;

/** The registry of relying parties cannot be used. Its message says why, for whoever wrote it, one mistake a line. */
public final class InvalidRegistryException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidRegistryException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
