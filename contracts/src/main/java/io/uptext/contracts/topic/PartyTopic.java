/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import io.uptext.contracts.vocabulary.RelyingPartyId;

/**
 * A relying party's own topic, with what it is told of its outcomes and nothing else. Written by notifier-service, keyed by
 * challenge id.
 */
public record PartyTopic(RelyingPartyId relyingParty) {

    /** Its name in Kafka. No name of a party has a dot, so that no two parties have one topic. */
    public String topicName() {
        return "uptext.auth-outcomes." + relyingParty.value() + ".v1";
    }
}
