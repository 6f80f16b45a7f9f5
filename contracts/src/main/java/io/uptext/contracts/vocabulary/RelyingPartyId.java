/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The site that asks.
 *
 * @param value its name in the configuration: 1 to 40 lower-case letters, digits and inner dashes
 */
public record RelyingPartyId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    @JsonCreator
    public RelyingPartyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not the name of a relying party: want 1 to 40 lower-case letters, digits and inner dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
