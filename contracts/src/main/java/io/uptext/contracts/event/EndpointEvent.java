/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;

/** Whether a webhook is asked at all. The last of a webhook on its topic is what holds. */
public sealed interface EndpointEvent extends Event permits WebhookEndpointDisabled, WebhookEndpointEnabled {

    RelyingPartyId relyingParty();

    WebhookId webhook();

    /** What its topic is keyed by; no name holds a slash. */
    default String key() {
        return relyingParty().value() + "/" + webhook().value();
    }
}
