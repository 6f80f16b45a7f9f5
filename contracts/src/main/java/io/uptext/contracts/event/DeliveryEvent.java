/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;

/** Something in the life of an outcome on its way to a webhook. */
public sealed interface DeliveryEvent extends Event
        permits WebhookScheduled, WebhookAttempted, WebhookKept, WebhookReplayRequested {

    DeliveryId deliveryId();

    /** What its topic is keyed by. */
    ChallengeId challengeId();

    RelyingPartyId relyingParty();

    WebhookId webhook();
}
