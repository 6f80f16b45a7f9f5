/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagemessages;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.Bodies;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of the Messages API's JSON. */
class VonageMessagesReadingTests {

    /** The fields of vonage-java-sdk 609f524, messages/InboundMessage.java. */
    private static final String INBOUND = """
            {
              "channel": "sms",
              "message_uuid": "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab",
              "to": "447700900000",
              "from": "447700900001",
              "timestamp": "2025-02-03T12:14:25Z",
              "text": " Hello \\u00e5 \\n",
              "sms": {"num_messages": "2", "total_count": "2", "keyword": "HELLO"},
              "origin": {"network_code": "23410"},
              "usage": {"currency": "EUR", "price": "0.0333"},
              "context_status": "none",
              "message_type": "text"
            }""";

    private final VonageMessagesDoor door = new VonageMessagesDoor();

    private Reading read(RawRequest request) {
        return door.read(request, Connectors.of(door).build());
    }

    private Reading read(String body) {
        return read(Bodies.post(body));
    }

    @Test
    void aWholePayloadIsReadUntrimmedWithTheSendersNetwork() {
        assertThat(read(INBOUND))
                .isEqualTo(Reading.of(new DoorMessage(
                                "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab",
                                "447700900001",
                                "447700900000",
                                " Hello \u00e5 \n")
                        .from(new SenderNetwork(new NetworkCode("23410"), null, null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"network_code\":\"\"}",
                "{\"network_code\":24001}",
                "{\"network_code\":\"x\"}",
                "{}",
                "null",
                "[]"
            })
    void aNetworkThatIsNoneIsLeftOut(String origin) {
        assertThat(read(INBOUND.replace("{\"network_code\": \"23410\"}", origin)))
                .isInstanceOfSatisfying(
                        Reading.Messages.class,
                        read -> assertThat(read.messages().getFirst().network()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp", "mms", "viber_service", "messenger", "rcs", "SMS", ""})
    void otherChannelsAreNothing(String channel) {
        assertThat(read(INBOUND.replace("\"sms\",", "\"" + channel + "\","))).isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void whatIsNoTextIsNothing() {
        assertThat(read(INBOUND.replace("\"message_type\": \"text\"", "\"message_type\": \"image\"")))
                .isInstanceOf(Reading.Nothing.class);
        assertThat(read(INBOUND.replace("\"text\": \" Hello", "\"status\": \"delivered\", \"text\": \" Hello")))
                .isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "message_uuid", "to", "from", "text"})
    void aMissingFieldOrOneOfAnotherTypeIsMalformed(String field) {
        assertThat(read(INBOUND.replace("\"" + field + "\":", "\"x\":"))).isInstanceOf(Reading.Malformed.class);
        for (String other : new String[] {"null", "1", "true", "[\"sms\"]", "{\"number\":\"1\"}", "\"\\ud800\""}) {
            String body = INBOUND.replaceAll("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": X")
                    .replace("X", other);
            assertThat(body).contains(other);
            assertThat(read(body)).as(other).isInstanceOf(Reading.Malformed.class);
        }
    }

    @Test
    void aMessageWithoutIdIsMalformed() {
        assertThat(read(INBOUND.replace("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab", "")))
                .isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "\"sms\"",
                "{\"channel\":\"sms\"",
                "{\"channel\":\"sms\"} {}",
                "{\"channel\":\"sms\",\"channel\":\"sms\"}"
            })
    void whatIsNotOneObjectIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        assertThat(read(Bodies.post(INBOUND.getBytes(UTF_16)))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void reasonsQuoteNothing() {
        assertThat(read(INBOUND.replace("\"to\":", "\"x\":")).toString()).doesNotContain("447700900001", "Hello");
    }
}
