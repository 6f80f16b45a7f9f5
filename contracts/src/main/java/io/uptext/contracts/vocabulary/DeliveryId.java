/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One outcome on its way to one webhook; the same outcome and webhook have the same id.
 *
 * @param value {@code dlv_} and 26 characters of lower-case Crockford base32
 */
public record DeliveryId(@JsonValue String value) {

    private static final String PREFIX = "dlv_";

    @JsonCreator
    public DeliveryId {
        if (!value.startsWith(PREFIX) || !Ids.isBody(value, PREFIX.length())) {
            throw new IllegalArgumentException("not a delivery id");
        }
    }

    /** The id of what is to be delivered of an outcome to one webhook of a relying party. */
    public static DeliveryId of(OutcomeId outcome, RelyingPartyId relyingParty, WebhookId webhook) {
        return new DeliveryId(PREFIX + Ids.derived("delivery", outcome.value(), relyingParty.value(), webhook.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
