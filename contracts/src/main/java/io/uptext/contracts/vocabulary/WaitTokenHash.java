/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The SHA-256 of a wait token. A token has 256 random bits, so a plain hash gives nothing away.
 *
 * @param value base64url without padding
 */
public record WaitTokenHash(@JsonValue String value) {

    private static final int LENGTH = 43;

    @JsonCreator
    public WaitTokenHash {
        if (!Forms.isBase64Url(value, LENGTH)) {
            throw new IllegalArgumentException("not the hash of a wait token");
        }
    }
}
