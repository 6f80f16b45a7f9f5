/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One webhook of a relying party. Its URL is told to nobody, for it may hold a token.
 *
 * @param value its name in the registry: 1 to 40 lower-case letters, digits and inner dashes
 */
public record WebhookId(@JsonValue String value) {

    @JsonCreator
    public WebhookId {
        if (!Forms.isName(value)) {
            throw new IllegalArgumentException(
                    "not the name of a webhook: want 1 to 40 lower-case letters, digits and inner dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
