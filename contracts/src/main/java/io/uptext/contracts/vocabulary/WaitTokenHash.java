/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a wait token. A token has 256 random bits, so a plain hash gives nothing away.
 *
 * @param value base64url without padding
 */
public record WaitTokenHash(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    @JsonCreator
    public WaitTokenHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the hash of a wait token");
        }
    }
}
