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
    CHALLENGE_DISAVOWED("io.uptext.challenge.disavowed.v1", ChallengeDisavowed.class, Topic.REDEMPTIONS);

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
