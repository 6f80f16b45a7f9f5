/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.sinch;

import static io.uptext.inbound.sinch.SinchRequests.NOW;
import static io.uptext.inbound.sinch.SinchRequests.SECRET;
import static io.uptext.inbound.sinch.SinchRequests.connector;
import static io.uptext.inbound.sinch.SinchRequests.post;
import static io.uptext.inbound.sinch.SinchRequests.simulated;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.SimulatedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Sinch's callbacks. */
class SinchReadingTests {

    /** The fields of sinch-sdk-java d747cc3, domains/sms/v1/inbounds/InboundTextDto.json. */
    private static final String PAYLOAD = """
            {"body": " Hej!\\n\\ud83d\\udc4b ", "client_reference": "a client reference", "from": "+11203494390",
             "id": "01FC66621XXXXX119Z8PMV1QPA", "operator_id": "35000", "received_at": "2022-08-24T14:15:22.123Z",
             "sent_at": "2022-08-24T14:15:22.123Z", "to": "11203453453", "type": "mo_text", "udh": null}
            """;

    private final SinchDoor door = new SinchDoor();

    @Test
    void aWholeCallbackIsRead() {
        assertThat(read(PAYLOAD))
                .isEqualTo(Reading.of(new DoorMessage(
                                "01FC66621XXXXX119Z8PMV1QPA", "+11203494390", "11203453453", " Hej!\n\uD83D\uDC4B ")
                        .from(new SenderNetwork(new NetworkCode("35000"), null, null))));
    }

    @Test
    void whatTheSimulatorWritesIsRead() {
        assertThat(read(simulated()))
                .isEqualTo(Reading.of(
                        new DoorMessage("01XXXXX21XXXXX119Z8P1XXXXX", "46701234567", "50500", "ACME LOGIN 7KQ4M2XHC")
                                .from(new SenderNetwork(new NetworkCode("24001"), null, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"0\"", "\"unknown\"", "35000", "null", "{}"})
    void anOperatorThatIsNoneIsLeftOut(String operator) {
        assertThat(read(PAYLOAD.replace("\"35000\"", operator)))
                .isEqualTo(Reading.of(new DoorMessage(
                        "01FC66621XXXXX119Z8PMV1QPA", "+11203494390", "11203453453", " Hej!\n\uD83D\uDC4B ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mo_binary", "mo_media", "delivery_report_sms", "recipient_delivery_report_sms", "MO_TEXT", ""})
    void whatIsNoTextIsNothing(String type) {
        assertThat(read(PAYLOAD.replace("mo_text", type))).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "id", "from", "to", "body"})
    void aMissingFieldIsMalformed(String name) {
        assertThat(read(PAYLOAD.replace("\"" + name + "\"", "\"no\""))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "\"01FC66621XXXXX119Z8PMV1QPA\", \"\"",
        "\"01FC66621XXXXX119Z8PMV1QPA\", 1",
        "\"+11203494390\", 11203494390",
        "\"11203453453\", [\"11203453453\"]",
        "\"mo_text\", null",
        "\"client_reference\", \"id\"",
        "\\ud83d, hej",
    })
    void aFieldOfAnotherTypeOrTwiceIsMalformed(String was, String is) {
        assertThat(PAYLOAD).contains(was);
        assertThat(read(PAYLOAD.replace(was, is))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "null", "\"type\"", "{}", "{\"type\":\"mo_text\"} {}"})
    void anythingElseIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void nothingPrintsTheMessage() {
        assertThat(read(PAYLOAD).toString()).doesNotContain("Hej", "1203494390");
    }

    private Reading read(String body) {
        return read(post(body));
    }

    private Reading read(SimulatedRequest request) {
        return door.read(Requests.raw(request, NOW), connector(SECRET));
    }
}
