/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Bodies;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Bandwidth's JSON. */
class BandwidthDoorTests {

    /** The fields of Bandwidth/java-sdk 09c93ff, docs/InboundCallback.md and docs/InboundCallbackMessage.md. */
    private static final String EVENT = """
            {
              "time": "2024-12-02T20:15:57.278Z",
              "type": "message-received",
              "to": "+15554443333",
              "description": "Incoming message received",
              "message": {
                "id": "14762070468292kw2fuqty55yp2b2",
                "owner": "+15554443333",
                "applicationId": "93de2206-9669-4e07-948d-329f4b722ee2",
                "time": "2024-12-02T20:15:57.666Z",
                "segmentCount": 1,
                "direction": "in",
                "to": ["+15554443333", "+15557776666"],
                "from": "+15555554444",
                "text": " Hello \\u00e5 ",
                "tag": "",
                "media": [],
                "priority": "default"
              },
              "carrierName": "AT&T"
            }""";

    private static final DoorMessage MESSAGE =
            new DoorMessage("14762070468292kw2fuqty55yp2b2", "+15555554444", "+15554443333", " Hello \u00e5 ");

    private final BandwidthDoor door = new BandwidthDoor();

    private Reading read(String body) {
        return door.read(Bodies.post(body), Connectors.of(door).build());
    }

    private Reading readEvents(String... events) {
        return read("[" + String.join(",", events) + "]");
    }

    @Test
    void aWholeEventIsReadUntrimmedWithTheSendersCarrierAndTheEventsNumber() {
        assertThat(readEvents(EVENT)).isEqualTo(Reading.of(MESSAGE.from(new SenderNetwork(null, "AT&T", null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"carrierName\": null", "\"carrierName\": \"\"", "\"carrierName\": 1", "\"x\": \"AT&T\""})
    void aCarrierThatIsNoneIsLeftOut(String carrier) {
        assertThat(readEvents(EVENT.replace("\"carrierName\": \"AT&T\"", carrier)))
                .isEqualTo(Reading.of(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"media\": null", "\"x\": []"})
    void noMediaAtAllIsAsGoodAsNone(String media) {
        assertThat(readEvents(EVENT.replace("\"media\": []", media))).isInstanceOf(Reading.Messages.class);
    }

    @Test
    void severalEventsAreReadAndOneThatCannotBeDoesNotHoldBackTheOthers() {
        String second = EVENT.replace("14762070468292kw2fuqty55yp2b2", "2").replace("AT&T", "");
        String delivered = EVENT.replace("message-received", "message-delivered");
        String bad = EVENT.replace("\"from\": \"+15555554444\"", "\"from\": null");

        assertThat(readEvents(delivered, EVENT, bad, second)).isInstanceOfSatisfying(Reading.Messages.class, read -> {
            assertThat(read.messages())
                    .extracting(DoorMessage::providerMessageId)
                    .isEqualTo(List.of("14762070468292kw2fuqty55yp2b2", "2"));
            assertThat(read.leftOut()).isNotNull();
        });
        assertThat(readEvents(delivered, bad)).isInstanceOf(Reading.Malformed.class);
        assertThat(readEvents(delivered, delivered)).isInstanceOf(Reading.Nothing.class);
        assertThat(readEvents()).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"message-delivered", "message-failed", "message-sending", "message-read", "MESSAGE-RECEIVED", ""
            })
    void otherEventsAreNothing(String type) {
        assertThat(readEvents(EVENT.replace("message-received", type))).isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void picturesAreNothingWhateverIsWrittenUnderThem() {
        assertThat(readEvents(EVENT.replace("\"media\": []", "\"media\": [\"https://a.example/1.jpg\"]")))
                .isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"message",
                "\"to\": \"+",
                "\"message\": {",
                "\"id\": \"",
                "\"from\": \"",
                "\"text\": \""
            })
    void aMissingFieldIsMalformed(String field) {
        String event = EVENT.replace(field, field.replaceFirst("\"", "\"x"));
        assertThat(event).isNotEqualTo(EVENT);
        assertThat(readEvents(event)).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message-received\"",
                "\"+15554443333\",\n  \"desc",
                "\"14762070468292kw2fuqty55yp2b2\"",
                "\"+15555554444\"",
                "\" Hello \\u00e5 \""
            })
    void aFieldOfAnotherTypeIsMalformed(String value) {
        for (String other : new String[] {"null", "1", "true", "[\"a\"]", "{}", "\"\\ud800\""}) {
            String event = EVENT.replace(value, other + (value.endsWith("desc") ? ",\"desc" : ""));
            assertThat(event).isNotEqualTo(EVENT);
            assertThat(readEvents(event)).as(other).isInstanceOf(Reading.Malformed.class);
        }
    }

    @Test
    void aMessageWithoutIdIsMalformed() {
        assertThat(readEvents(EVENT.replace("14762070468292kw2fuqty55yp2b2", "")))
                .isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "null", "\"\"", "[null]", "[[]]", "[1]", "[{}]", "[{}", "[]]"})
    void whatIsNotAnArrayOfEventsIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void oneEventOutsideAnArrayIsMalformed() {
        assertThat(read(EVENT)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void bandwidthShowsASecretOrACertificateAndSignsNothing() {
        assertThat(door.authentications())
                .contains(Authentication.BASIC, Authentication.HEADER, Authentication.MTLS)
                .doesNotContain(Authentication.SIGNATURE);
        assertThat(door.options()).isEmpty();
        assertThat(door.largestBody()).isEqualTo(64 * 1024);
    }
}
