/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.RawRequest;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Envelopes of SNS for tests: a good one, to be changed, then signed, then changed again. */
final class SnsMessages {

    static final String TOPIC = "arn:aws:sns:eu-north-1:123456789012:sign-in";
    static final String HOST = "https://sns.eu-north-1.amazonaws.com";
    static final String CERTIFICATE = HOST + "/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem";

    /** The inner message of docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-two-way-sms.html. */
    static final String SMS = "{\"originationNumber\":\"+14255550182\",\"destinationNumber\":\"+12125550101\","
            + "\"messageKeyword\":\"JOIN\",\"messageBody\":\"EXAMPLE\","
            + "\"inboundMessageId\":\"cae173d2-66b9-564c-8309-21f858e9fb84\","
            + "\"previousPublishedMessageId\":\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"}";

    /** Its last zeros are lost on whoever reads the time and writes it again (aws/aws-sdk-java-v2 issue 7010). */
    static final String TIME = "2026-03-06T20:00:26.000Z";

    static final Instant NOW = Instant.parse(TIME);

    private final Map<String, String> fields = new LinkedHashMap<>();
    private String header;

    private SnsMessages(String type) {
        header = type;
        put("Type", type);
        put("MessageId", "9d2c5580-b61d-550c-8583-37a582870907");
        put("TopicArn", TOPIC);
        put("Message", SMS);
        put("Timestamp", TIME);
        put("SignatureVersion", "2");
        put("SigningCertURL", CERTIFICATE);
    }

    static SnsMessages notification() {
        return new SnsMessages("Notification");
    }

    static SnsMessages subscription() {
        return new SnsMessages("SubscriptionConfirmation")
                .put("Token", "2336412f37fb687f")
                .put(
                        "SubscribeURL",
                        HOST + "/?Action=ConfirmSubscription&TopicArn=" + TOPIC + "&Token=2336412f37fb687f");
    }

    static SnsMessages unsubscription() {
        return new SnsMessages("UnsubscribeConfirmation")
                .put("Token", "2336412f37fb687f")
                .put(
                        "SubscribeURL",
                        HOST + "/?Action=ConfirmSubscription&TopicArn=" + TOPIC + "&Token=2336412f37fb687f");
    }

    SnsMessages put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    SnsMessages without(String name) {
        fields.remove(name);
        return this;
    }

    SnsMessages header(String type) {
        header = type;
        return this;
    }

    /** Signs what is there now. */
    SnsMessages signedBy(String alias) {
        List<String> names = fields.containsKey("Token")
                ? List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")
                : List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
        StringBuilder signed = new StringBuilder();
        names.stream()
                .filter(fields::containsKey)
                .forEach(name -> signed.append(name)
                        .append('\n')
                        .append(fields.get(name))
                        .append('\n'));
        try {
            Signature signature =
                    Signature.getInstance("1".equals(fields.get("SignatureVersion")) ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(SnsTestKeys.key(alias));
            signature.update(signed.toString().getBytes(UTF_8));
            return put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    RawRequest request() {
        return request(json(), NOW, header);
    }

    RawRequest at(Instant receivedAt) {
        return request(json(), receivedAt, header);
    }

    /** A body as it is received with these headers of the message's type. */
    static RawRequest request(String body, Instant receivedAt, String... types) {
        return new RawRequest(
                "POST",
                name -> name.equals("x-amz-sns-message-type") ? List.of(types) : List.of(),
                null,
                body.getBytes(UTF_8),
                receivedAt,
                Set.of());
    }
}
