/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One configured door: provider, credentials, destinations and route trust.
 *
 * @param value its name in the configuration: 1 to 40 lower-case letters, digits and inner dashes
 */
public record ConnectorId(@JsonValue String value) {

    @JsonCreator
    public ConnectorId {
        if (!Forms.isName(value)) {
            throw new IllegalArgumentException(
                    "not the name of a connector: want 1 to 40 lower-case letters, digits and inner dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
