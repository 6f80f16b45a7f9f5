/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ChallengeDisavowed;
import io.uptext.contracts.event.ChallengeRedeemed;
import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookEndpointDisabled;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every type of event: its CloudEvents {@code type}, its record and its topic. Readers know types by this table only. */
public enum EventType {
    CHALLENGE_CREATED("io.uptext.challenge.created.v1", ChallengeCreated.class, Topic.CHALLENGES),
    CHALLENGE_CANCELLED("io.uptext.challenge.cancelled.v1", ChallengeCancelled.class, Topic.CHALLENGES),
    INBOUND_SMS_RECEIVED("io.uptext.inbound-sms.received.v1", InboundSmsReceived.class, Topic.INBOUND_SMS),
    CARRIER_KEYWORD_RECEIVED(
            "io.uptext.inbound-sms.keyword-received.v1", CarrierKeywordReceived.class, Topic.INBOUND_SMS),
    AUTH_CONFIRMED("io.uptext.auth.confirmed.v1", AuthConfirmed.class, Topic.AUTH_OUTCOMES),
    AUTH_DENIED("io.uptext.auth.denied.v1", AuthDenied.class, Topic.AUTH_OUTCOMES),
    AUTH_EXPIRED("io.uptext.auth.expired.v1", AuthExpired.class, Topic.AUTH_OUTCOMES),
    AUTH_CANCELLED("io.uptext.auth.cancelled.v1", AuthCancelled.class, Topic.AUTH_OUTCOMES),
    AUTH_ATTEMPT_REJECTED("io.uptext.auth.attempt-rejected.v1", AuthAttemptRejected.class, Topic.AUTH_OUTCOMES),
    CODE_MISSED("io.uptext.auth.code-missed.v1", CodeMissed.class, Topic.MISSES),
    CHALLENGE_REDEEMED("io.uptext.challenge.redeemed.v1", ChallengeRedeemed.class, Topic.REDEMPTIONS),
    CHALLENGE_DISAVOWED("io.uptext.challenge.disavowed.v1", ChallengeDisavowed.class, Topic.REDEMPTIONS),
    WEBHOOK_SCHEDULED("io.uptext.webhook.scheduled.v1", WebhookScheduled.class, Topic.WEBHOOK_DELIVERIES),
    WEBHOOK_ATTEMPTED("io.uptext.webhook.attempted.v1", WebhookAttempted.class, Topic.WEBHOOK_DELIVERIES),
    WEBHOOK_KEPT("io.uptext.webhook.kept.v1", WebhookKept.class, Topic.WEBHOOK_DELIVERIES),
    WEBHOOK_REPLAY_REQUESTED(
            "io.uptext.webhook.replay-requested.v1", WebhookReplayRequested.class, Topic.WEBHOOK_DELIVERIES),
    WEBHOOK_ENDPOINT_DISABLED(
            "io.uptext.webhook.endpoint-disabled.v1", WebhookEndpointDisabled.class, Topic.WEBHOOK_ENDPOINTS),
    WEBHOOK_ENDPOINT_ENABLED(
            "io.uptext.webhook.endpoint-enabled.v1", WebhookEndpointEnabled.class, Topic.WEBHOOK_ENDPOINTS);

    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::type, Function.identity()));

    private final String type;
    private final Class<? extends Event> event;
    private final Topic topic;

    EventType(String type, Class<? extends Event> event, Topic topic) {
        this.type = type;
        this.event = event;
        this.topic = topic;
    }

    /** The entry of a CloudEvents {@code type}, if we know it. */
    public static Optional<EventType> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The entry of an event. */
    public static EventType of(Event event) {
        return switch (event) {
            case ChallengeCreated _ -> CHALLENGE_CREATED;
            case ChallengeCancelled _ -> CHALLENGE_CANCELLED;
            case InboundSmsReceived _ -> INBOUND_SMS_RECEIVED;
            case CarrierKeywordReceived _ -> CARRIER_KEYWORD_RECEIVED;
            case AuthConfirmed _ -> AUTH_CONFIRMED;
            case AuthDenied _ -> AUTH_DENIED;
            case AuthExpired _ -> AUTH_EXPIRED;
            case AuthCancelled _ -> AUTH_CANCELLED;
            case AuthAttemptRejected _ -> AUTH_ATTEMPT_REJECTED;
            case CodeMissed _ -> CODE_MISSED;
            case ChallengeRedeemed _ -> CHALLENGE_REDEEMED;
            case ChallengeDisavowed _ -> CHALLENGE_DISAVOWED;
            case WebhookScheduled _ -> WEBHOOK_SCHEDULED;
            case WebhookAttempted _ -> WEBHOOK_ATTEMPTED;
            case WebhookKept _ -> WEBHOOK_KEPT;
            case WebhookReplayRequested _ -> WEBHOOK_REPLAY_REQUESTED;
            case WebhookEndpointDisabled _ -> WEBHOOK_ENDPOINT_DISABLED;
            case WebhookEndpointEnabled _ -> WEBHOOK_ENDPOINT_ENABLED;
        };
    }

    /** The CloudEvents {@code type}. */
    public String type() {
        return type;
    }

    /** The record that carries it. */
    public Class<? extends Event> event() {
        return event;
    }

    /** Where it is published. */
    public Topic topic() {
        return topic;
    }
}
