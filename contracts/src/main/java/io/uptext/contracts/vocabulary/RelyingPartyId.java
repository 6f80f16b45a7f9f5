/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The site that asks.
 *
 * @param value its name in the configuration: 1 to 40 lower-case letters, digits and inner dashes
 */
public record RelyingPartyId(@JsonValue String value) {

    @JsonCreator
    public RelyingPartyId {
        if (!Forms.isName(value)) {
            throw new IllegalArgumentException(
                    "not the name of a relying party: want 1 to 40 lower-case letters, digits and inner dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
