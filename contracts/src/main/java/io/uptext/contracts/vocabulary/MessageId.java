/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One message as its connector's provider tells it from others: a redelivery has the same id.
 *
 * @param value {@code msg_} and 26 characters of lower-case Crockford base32
 */
public record MessageId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("msg_[0-9a-hjkmnp-tv-z]{26}");

    @JsonCreator
    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a message id");
        }
    }

    /**
     * Derives the id of a message, the same for each of its deliveries.
     *
     * @param providerMessageId what the provider calls the message, unique at that provider
     */
    public static MessageId of(ConnectorId connector, String providerMessageId) {
        return new MessageId("msg_" + Ids.derived(connector.value(), providerMessageId));
    }

    @Override
    public String toString() {
        return value;
    }
}
