/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bird;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Bodies;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Bird's JSON. */
class BirdReadingTests {

    /**
     * The example of docs.bird.com, Channels API, SMS, "Receiving messages", in the envelope of PipedreamHQ/pipedream,
     * components/messagebird/sources/new-message-received/test-event.mjs.
     */
    private static final String INBOUND = """
            {
              "service": "channels",
              "event": "sms.inbound",
              "payload": {
                "id": "96a0b5fa-a986-453d-be5c-3117f989f025",
                "channelId": "614208aa-b153-4d5d-9989-2fddfc0ce4c3",
                "sender": {
                  "contact": {
                    "id": "32cf5eee-f940-422c-ab8c-5f753aad5efd",
                    "identifierKey": "phonenumber",
                    "identifierValue": "+31612345678"
                  }
                },
                "receiver": {
                  "connector": {"id": "86cc4dc0-3dc0-41b7-ac43-8ec829ead56f", "identifierValue": "+31642500190"}
                },
                "body": {"type": "text", "text": {"text": " Sample incoming text message "}},
                "parts": [{"platformReference": "e8077d803532c0b5937c639b60216938"}],
                "status": "delivered",
                "reason": "",
                "direction": "incoming",
                "lastStatusAt": "2022-12-22T08:32:50.736Z",
                "createdAt": "2022-12-22T08:32:50.736Z",
                "updatedAt": "2022-12-22T08:32:50.736Z"
              }
            }""";

    private static final String NAMELESS = INBOUND.replace(", \"identifierValue\": \"+31642500190\"", "");

    private final BirdDoor door = new BirdDoor();
    private final Connector plain = Connectors.of(door).build();
    private final Connector mapped = Connectors.of(door)
            .option("channels", "614208aa-b153-4d5d-9989-2fddfc0ce4c3=50500")
            .build();

    private Reading read(String body, Connector connector) {
        return door.read(Bodies.post(body), connector);
    }

    private static Reading message(String to) {
        return Reading.of(new DoorMessage(
                "96a0b5fa-a986-453d-be5c-3117f989f025", "+31612345678", to, " Sample incoming text message "));
    }

    @Test
    void aWholePayloadIsReadUntrimmed() {
        assertThat(read(INBOUND, plain)).isEqualTo(message("+31642500190"));
    }

    @Test
    void theNumberOfAChannelIsTheConfiguredOneWhateverThePayloadSays() {
        assertThat(read(NAMELESS, mapped)).isEqualTo(message("50500"));
        assertThat(read(INBOUND, mapped)).isEqualTo(message("50500"));
        assertThat(read(INBOUND.replace("+31642500190", ""), mapped)).isEqualTo(message("50500"));
    }

    @Test
    void aMessageThatDoesNotSayWhichNumberWasTextedIsMalformedUnlessItsChannelIsConfigured() {
        assertThat(read(NAMELESS, plain)).isInstanceOf(Reading.Malformed.class);
        assertThat(read(INBOUND.replace("+31642500190", ""), plain)).isInstanceOf(Reading.Malformed.class);
        assertThat(read(NAMELESS.replace("614208aa", "714208aa"), mapped)).isInstanceOf(Reading.Malformed.class);
        assertThat(read(NAMELESS.replace("\"channelId\":", "\"x\":"), mapped)).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms.outbound", "whatsapp.inbound", "sms.interaction", "SMS.INBOUND", ""})
    void otherEventsAreNothing(String event) {
        assertThat(read(INBOUND.replace("sms.inbound", event), plain)).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "file", "list", "location"})
    void whatIsNoTextIsNothing(String type) {
        assertThat(read(INBOUND.replace("\"type\": \"text\"", "\"type\": \"" + type + "\""), plain))
                .isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"event\"",
                "\"payload\"",
                "\"id\": \"96a0b5fa",
                "\"sender\"",
                "\"contact\"",
                "\"body\"",
                "\"text\": {",
                "\"text\": \" Sample",
                "\"identifierValue\": \"+31612345678\""
            })
    void aMissingFieldIsMalformed(String field) {
        String body = INBOUND.replace(field, field.replaceFirst("\"", "\"x"));
        assertThat(body).isNotEqualTo(INBOUND);
        assertThat(read(body, plain)).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sms.inbound\"",
                "\"+31612345678\"",
                "\" Sample incoming text message \"",
                "\"96a0b5fa-a986-453d-be5c-3117f989f025\"",
                "{\"text\": \" Sample incoming text message \"}"
            })
    void aFieldOfAnotherTypeIsMalformed(String value) {
        for (String other : new String[] {"null", "1", "true", "[]", "{}", "[{\"text\":\"a\"}]", "\"\\ud800\""}) {
            assertThat(read(INBOUND.replace(value, other), plain)).as(other).isInstanceOf(Reading.Malformed.class);
        }
    }

    @Test
    void aMessageWithoutIdIsMalformed() {
        assertThat(read(INBOUND.replace("96a0b5fa-a986-453d-be5c-3117f989f025", ""), plain))
                .isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "\"sms.inbound\"",
                "{\"event\":\"sms.inbound\"",
                "{\"event\":\"sms.inbound\"}",
                "{\"event\":\"sms.inbound\",\"payload\":[]}",
                "{\"event\":\"sms.inbound\",\"event\":\"sms.inbound\"}"
            })
    void whatIsNotOneEventIsMalformed(String body) {
        assertThat(read(body, plain)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void reasonsQuoteNothing() {
        assertThat(read(NAMELESS, plain).toString()).doesNotContain("+31612345678", "Sample");
    }
}
