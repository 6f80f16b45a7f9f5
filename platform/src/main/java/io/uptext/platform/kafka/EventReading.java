/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.PkceChallenge;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RequestHash;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.platform.json.Fields;
import io.uptext.platform.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Reads the two events of which there are most field by field, in one pass: to bind them by reflection takes twice as
 * long. All others are bound.
 */
final class EventReading {

    private EventReading() {}

    /**
     * Reads an event.
     *
     * @return null where the value is JSON's null
     * @throws tools.jackson.core.JacksonException if it is not such an event
     * @throws IllegalArgumentException if a field has another form
     * @throws PoisonException if a field is missing
     */
    static @Nullable Event read(byte[] value, EventType type) throws PoisonException {
        return switch (type) {
            case INBOUND_SMS_RECEIVED -> {
                try (JsonParser json = Json.MAPPER.createParser(value)) {
                    Fields fields = new Fields(json);
                    yield fields.isNull() ? null : inboundSms(fields);
                }
            }
            case CHALLENGE_CREATED -> {
                try (JsonParser json = Json.MAPPER.createParser(value)) {
                    Fields fields = new Fields(json);
                    yield fields.isNull() ? null : challenge(fields);
                }
            }
            default -> {
                @Nullable Event event = Json.MAPPER.readValue(value, type.event());
                if (event != null) {
                    Completeness.check(event);
                }
                yield event;
            }
        };
    }

    private static Event inboundSms(Fields fields) throws PoisonException {
        @Nullable MessageId messageId = null;
        @Nullable ConnectorId connector = null;
        @Nullable RouteTrust routeTrust = null;
        @Nullable Msisdn sender = null;
        @Nullable Destination destination = null;
        @Nullable ChallengeCode code = null;
        @Nullable String text = null;
        @Nullable Instant receivedAt = null;
        @Nullable SenderNetwork network = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "messageId" -> messageId = fields.map(MessageId::new);
                case "connector" -> connector = fields.map(ConnectorId::new);
                case "routeTrust" -> routeTrust = fields.map(RouteTrust::valueOf);
                case "sender" -> sender = fields.map(Msisdn::ofE164);
                case "destination" -> destination = fields.map(Destination::parse);
                case "code" -> code = fields.map(ChallengeCode::ofNormal);
                case "text" -> text = fields.text();
                case "receivedAt" -> receivedAt = fields.map(Json::parseInstant);
                case "network" -> network = fields.object(SenderNetwork.class);
                default -> fields.skip();
            }
        }
        return new InboundSmsReceived(
                required(messageId, "messageId"),
                required(connector, "connector"),
                required(routeTrust, "routeTrust"),
                required(sender, "sender"),
                required(destination, "destination"),
                code,
                required(text, "text"),
                required(receivedAt, "receivedAt"),
                network);
    }

    private static Event challenge(Fields fields) throws PoisonException {
        @Nullable ChallengeId challengeId = null;
        @Nullable RelyingPartyId relyingParty = null;
        @Nullable Destination destination = null;
        @Nullable ChallengeCode code = null;
        @Nullable Msisdn msisdn = null;
        @Nullable RouteTrust minimumRouteTrust = null;
        @Nullable WrongPhonePolicy onWrongPhone = null;
        @Nullable Instant createdAt = null;
        @Nullable Instant expiresAt = null;
        @Nullable WaitTokenHash waitTokenHash = null;
        @Nullable PkceChallenge codeChallenge = null;
        @Nullable String nonce = null;
        @Nullable RequestHash requestHash = null;
        @Nullable ChallengeContext context = null;
        @Nullable Map<String, String> metadata = null;
        @Nullable ReturnTo returnTo = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "challengeId" -> challengeId = fields.map(ChallengeId::new);
                case "relyingParty" -> relyingParty = fields.map(RelyingPartyId::new);
                case "destination" -> destination = fields.map(Destination::parse);
                case "code" -> code = fields.map(ChallengeCode::ofNormal);
                case "msisdn" -> msisdn = fields.map(Msisdn::ofE164);
                case "minimumRouteTrust" -> minimumRouteTrust = fields.map(RouteTrust::valueOf);
                case "onWrongPhone" -> onWrongPhone = fields.object(WrongPhonePolicy.class);
                case "createdAt" -> createdAt = fields.map(Json::parseInstant);
                case "expiresAt" -> expiresAt = fields.map(Json::parseInstant);
                case "waitTokenHash" -> waitTokenHash = fields.map(WaitTokenHash::new);
                case "codeChallenge" -> codeChallenge = fields.map(PkceChallenge::new);
                case "nonce" -> nonce = fields.text();
                case "requestHash" -> requestHash = fields.map(RequestHash::new);
                case "context" -> context = fields.object(ChallengeContext.class);
                case "metadata" -> metadata = fields.texts();
                case "returnTo" -> returnTo = fields.object(ReturnTo.class);
                default -> fields.skip();
            }
        }
        return new ChallengeCreated(
                required(challengeId, "challengeId"),
                required(relyingParty, "relyingParty"),
                required(destination, "destination"),
                required(code, "code"),
                msisdn,
                required(minimumRouteTrust, "minimumRouteTrust"),
                onWrongPhone,
                required(createdAt, "createdAt"),
                required(expiresAt, "expiresAt"),
                required(waitTokenHash, "waitTokenHash"),
                codeChallenge,
                nonce,
                requestHash,
                context,
                metadata,
                returnTo);
    }

    private static <T> T required(@Nullable T value, String name) throws PoisonException {
        if (value == null) {
            throw new PoisonException("the value has no " + name);
        }
        return value;
    }
}
