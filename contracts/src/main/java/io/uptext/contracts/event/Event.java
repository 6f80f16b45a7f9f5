/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import java.time.Instant;

/** Something that happened, published once per fact and possibly delivered more than once. */
public sealed interface Event
        permits ChallengeCreated,
                ChallengeCancelled,
                InboundEvent,
                OutcomeEvent,
                CodeMissed,
                RedemptionEvent,
                DeliveryEvent,
                EndpointEvent {

    /** The same for each delivery of the same fact (CloudEvents {@code id}). */
    String eventId();

    /** When it happened, not when it was written (CloudEvents {@code time}). */
    Instant occurredAt();
}
