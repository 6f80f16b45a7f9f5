/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One message as its connector's provider tells it from others: a redelivery has the same id.
 *
 * @param value {@code msg_} and 26 characters of lower-case Crockford base32
 */
public record MessageId(@JsonValue String value) {

    private static final String PREFIX = "msg_";

    @JsonCreator
    public MessageId {
        if (!value.startsWith(PREFIX) || !Ids.isBody(value, PREFIX.length())) {
            throw new IllegalArgumentException("not a message id");
        }
    }

    /**
     * Derives the id of a message, the same for each of its deliveries.
     *
     * @param providerMessageId what the provider calls the message, unique at that provider
     */
    public static MessageId of(ConnectorId connector, String providerMessageId) {
        return new MessageId(PREFIX + Ids.derived(connector.value(), providerMessageId));
    }

    @Override
    public String toString() {
        return value;
    }
}
