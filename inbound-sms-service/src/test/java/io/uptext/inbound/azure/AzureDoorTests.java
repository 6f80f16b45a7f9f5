/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Raw;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SharedWays;
import io.uptext.simulator.provider.AzureProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for Azure Communication Services. */
class AzureDoorTests {

    /** The event in MicrosoftDocs/azure-docs 06867cc articles/event-grid/communication-services-telephony-sms-events.md. */
    private static final String EVENT = """
            {
              "id": "Incoming_20200918002745d29ebbea-3341-4466-9690-0a03af35228e",
              "topic": "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourcegroups/acse2e",
              "subject": "/phonenumber/15555555555",
              "data": {
                "messageId": "Incoming_20200918002745d29ebbea-3341-4466-9690-0a03af35228e",
                "from": "15555555555",
                "to": "15555555555",
                "message": "Great to connect with Azure Communication Services events",
                "receivedTimestamp": "2020-09-18T00:27:45.32Z",
                "segmentCount": 1
              },
              "eventType": "Microsoft.Communication.SMSReceived",
              "dataVersion": "1.0",
              "metadataVersion": "1",
              "eventTime": "2020-09-18T00:27:47Z"
            }""";

    private static final DoorMessage MESSAGE = new DoorMessage(
            "Incoming_20200918002745d29ebbea-3341-4466-9690-0a03af35228e",
            "15555555555",
            "15555555555",
            "Great to connect with Azure Communication Services events");

    private static final String CLOUD_EVENT = EVENT.replace(
                    "\"eventType\"", "\"specversion\": \"1.0\", \"source\": \"/subscriptions/a\", \"type\"")
            .replace("eventTime", "time");

    private static final String OTHER = """
            {"id":"1","subject":"s","eventTime":"2026-09-24T10:15:30Z","dataVersion":"1.0","data":%s,
             "eventType":"%s"}""";

    private final AzureDoor door = new AzureDoor();

    @ParameterizedTest
    @ValueSource(strings = {"event-grid", "cloud-events"})
    void everyWayOfProofIsHeld(String schema) {
        SharedWays.check(door, new AzureProvider(), Map.of("schema", schema));
    }

    @Test
    void theEventOfTheDocumentationIsReadInBothSchemasAloneAndInAnArray() {
        for (String event : List.of(EVENT, CLOUD_EVENT)) {
            assertThat(read(event)).isEqualTo(Reading.of(MESSAGE));
            assertThat(read("[" + event + "]")).isEqualTo(Reading.of(MESSAGE));
        }
    }

    /** As the same page spelled it until 2024. */
    @Test
    void namesWithACapitalAreReadToo() {
        String event = EVENT.replace("\"messageId\"", "\"MessageId\"")
                .replace("\"from\"", "\"From\"")
                .replace("\"to\"", "\"To\"")
                .replace("\"message\"", "\"Message\"");

        assertThat(read("[" + event + "]")).isEqualTo(Reading.of(MESSAGE));
    }

    @Test
    void severalEventsAreReadInTheirOrderAndOthersLeftOut() {
        String second = EVENT.replace("Incoming_", "Second_");
        DoorMessage other = new DoorMessage(
                MESSAGE.providerMessageId().replace("Incoming_", "Second_"),
                MESSAGE.from(),
                MESSAGE.to(),
                MESSAGE.text());
        String receipt = OTHER.formatted("{}", "Microsoft.Communication.SMSDeliveryReportReceived");
        String broken = EVENT.replace("\"from\"", "\"sender\"");

        assertThat(read("[" + second + "," + receipt + "," + broken + "," + EVENT + "]"))
                .isInstanceOfSatisfying(Reading.Messages.class, read -> {
                    assertThat(read.messages()).containsExactly(other, MESSAGE);
                    assertThat(read.leftOut()).contains("messageId");
                });
        assertThat(read("[" + receipt + "," + broken + "]")).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft.Communication.SMSDeliveryReportReceived",
                "Microsoft.Communication.ChatMessageReceived",
                "Microsoft.EventGrid.SubscriptionDeletedEvent",
                "microsoft.communication.smsreceived ",
            })
    void otherEventsAreNothing(String type) {
        assertThat(read("[" + OTHER.formatted("{\"from\":\"1\"}", type) + "]")).isInstanceOf(Reading.Nothing.class);
    }

    /** The question in learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema. */
    @Test
    void theQuestionOfEventGridIsAnsweredWithItsCode() {
        String question = OTHER.formatted(
                "{\"validationCode\":\"512d38b6-\\\"C7B8\",\"validationUrl\":\"https://169.254.169.254/\"}",
                "Microsoft.EventGrid.SubscriptionValidationEvent");

        assertThat(read("[" + question + "]"))
                .isEqualTo(new Reading.Handshake(new Answer(
                        200,
                        Map.of("Content-Type", "application/json"),
                        "{\"validationResponse\":\"512d38b6-\\\"C7B8\"}")));
        assertThat(read("[" + question + "," + EVENT + "]")).isEqualTo(Reading.of(MESSAGE));
        assertThat(read("[" + question.replace("validationCode", "code") + "]")).isInstanceOf(Reading.Nothing.class);
    }

    /** The question in learn.microsoft.com/azure/event-grid/end-point-validation-cloud-events-schema. */
    @Test
    void theQuestionOfCloudEventsIsAnsweredWithItsOrigin() {
        assertThat(options(Map.of("WebHook-Request-Origin", "eventgrid.azure.net", "WebHook-Request-Rate", "120")))
                .isEqualTo(new Reading.Handshake(new Answer(
                        200,
                        Map.of("WebHook-Allowed-Origin", "eventgrid.azure.net", "WebHook-Allowed-Rate", "*"),
                        "")));
        assertThat(options(Map.of())).isInstanceOf(Reading.Malformed.class);
        assertThat(options(Map.of("WebHook-Request-Origin", ""))).isInstanceOf(Reading.Malformed.class);
        assertThat(options(Map.of("WebHook-Request-Origin", "a\r\nb"))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messageId", "from", "to", "message"})
    void anEventWithoutExactlyOneOfEachIsMalformed(String field) {
        String capital = "\"" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + "\"";
        String quoted = "\"" + field + "\"";

        assertThat(read(EVENT.replace(quoted, "\"x\""))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(EVENT.replace(quoted, quoted + ":\"4\"," + capital))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(EVENT.replace(quoted, quoted + ":\"4\"," + quoted))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(EVENT.replace(quoted + ":", quoted + ": 4, \"y\":"))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "[null]",
                "[[]]",
                "\"Microsoft.Communication.SMSReceived\"",
                "[{\"type\":\"Microsoft.Communication.SMSReceived\"}]",
                "{\"specversion\":\"1.0\",\"eventType\":\"Microsoft.Communication.SMSReceived\"}",
                "[{\"eventType\":\"Microsoft.Communication.SMSReceived\"}]",
                "[{\"eventType\":\"Microsoft.Communication.SMSReceived\",\"data\":\"from\"}]",
                "[{\"eventType\":7}]",
                "id=a&from=1&to=2&message=3",
            })
    void whatIsNoEventIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void anEmptyIdAndHalfASurrogatePairAreMalformed() {
        assertThat(read(EVENT.replace(
                        "\"messageId\": \"Incoming_20200918002745d29ebbea-3341-4466-9690-0a03af35228e\"",
                        "\"messageId\": \"\"")))
                .isInstanceOf(Reading.Malformed.class);
        assertThat(read(EVENT.replace("Great to connect", "\\ud83d"))).isInstanceOf(Reading.Malformed.class);
    }

    private Reading options(Map<String, String> headers) {
        return read(new RawRequest(
                "OPTIONS",
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(),
                "secret=x",
                new byte[0],
                Instant.EPOCH,
                Set.of()));
    }

    private Reading read(String body) {
        return read(Raw.post(null, body.getBytes(UTF_8), Map.of()));
    }

    private Reading read(RawRequest request) {
        return door.read(request, Connectors.of(door).build());
    }
}
