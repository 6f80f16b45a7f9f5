/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.telnyx;

import static io.uptext.inbound.telnyx.TelnyxRequests.NOW;
import static io.uptext.inbound.telnyx.TelnyxRequests.PUBLIC_KEY;
import static io.uptext.inbound.telnyx.TelnyxRequests.connector;
import static io.uptext.inbound.telnyx.TelnyxRequests.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Telnyx's events. */
class TelnyxReadingTests {

    /** The shape of developers.telnyx.com/api-reference/callbacks/inbound-message. */
    private static final String PAYLOAD = """
            {"data": {"record_type": "event", "id": "bf6307bd", "event_type": "message.received",
              "occurred_at": "2019-01-23T18:10:02.574Z", "payload": {"record_type": "message", "direction": "inbound",
              "id": "7ee4241c", "type": "SMS", "messaging_profile_id": "0f512bda", "organization_id": "b448f9cc",
              "from": {"phone_number": "+18665550001", "carrier": "T-MOBILE USA, INC.", "line_type": "Wireless"},
              "to": [{"phone_number": "+18445550001", "status": "delivered", "carrier": "TELNYX LLC",
                "line_type": "VoIP"}],
              "cc": [], "text": " Hello,\\nWorld! \\ud83d\\udc4b ", "subject": "", "media": [],
              "webhook_url": "https://www.example.com/hooks", "encoding": "UCS-2", "parts": 1, "tags": ["Greetings"],
              "cost": {"amount": "0.0051", "currency": "USD"}, "received_at": "2019-01-23T18:10:02.574Z",
              "errors": []}},
             "meta": {"attempt": 1, "delivered_to": "https://www.example.com/hooks"}}
            """;

    private static final SenderNetwork NETWORK = new SenderNetwork(null, "T-MOBILE USA, INC.", LineType.MOBILE);

    private final TelnyxDoor door = new TelnyxDoor();

    @Test
    void aWholeEventIsRead() {
        assertThat(read(PAYLOAD))
                .isEqualTo(Reading.of(
                        new DoorMessage("7ee4241c", "+18665550001", "+18445550001", " Hello,\nWorld! \uD83D\uDC4B ")
                                .from(NETWORK)));
    }

    @Test
    void whatTheSimulatorWritesIsRead() {
        assertThat(read(Requests.raw(TelnyxRequests.simulated(), NOW)))
                .isEqualTo(Reading.of(new DoorMessage(
                                "7ee4241c-f127-47e5-9c34-3aac291f8058", "+46701234567", "50500", "ACME LOGIN 7KQ4M2XHC")
                        .from(new SenderNetwork(null, "Simulated Mobile", LineType.MOBILE))));
    }

    @ParameterizedTest
    @CsvSource({
        "Wireless, MOBILE",
        "Pre-Paid Wireless, MOBILE",
        "VoWiFi, MOBILE",
        "Wireline, FIXED",
        "VoIP, VOIP",
        "'',",
        "Pigeon,",
    })
    void theKindOfLineIsKept(String written, @Nullable LineType kind) {
        assertThat(network(PAYLOAD.replace("\"Wireless\"", "\"" + written + "\"")))
                .isEqualTo(new SenderNetwork(null, "T-MOBILE USA, INC.", kind));
    }

    @Test
    void aNetworkThatTelnyxDoesNotKnowIsNone() {
        assertThat(network(PAYLOAD.replace("T-MOBILE USA, INC.", "").replace("\"Wireless\"", "\"\"")))
                .isNull();
        assertThat(network(PAYLOAD.replace("\"T-MOBILE USA, INC.\"", "null").replace("\"Wireless\"", "7")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "message.received, message.sent",
        "message.received, message.finalized",
        "SMS, MMS",
        "SMS, RCS",
    })
    void whatIsNoTextFromAPhoneIsNothing(String was, String is) {
        assertThat(read(PAYLOAD.replace(was, is))).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event_type", "type", "id", "payload", "from", "to", "phone_number", "text"})
    void aMissingFieldIsMalformed(String name) {
        assertThat(read(PAYLOAD.replace("\"" + name + "\"", "\"no\""))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"7ee4241c\" | \"\"",
                "\"7ee4241c\" | 7",
                "\"7ee4241c\" | null",
                "\"+18665550001\" | 18665550001",
                "\"+18445550001\" | [\"+18445550001\"]",
                "[{\"phone_number\": \"+18445550001\" | [{}, {\"phone_number\": \"+18445550001\"",
                "\"message.received\" | [\"message.received\"]",
                "\"SMS\" | true",
                "\\ud83d | ",
                "{\"data\": | [{\"data\":",
            })
    void aFieldOfAnotherTypeIsMalformed(String was, @Nullable String is) {
        assertThat(PAYLOAD).contains(was);
        assertThat(read(PAYLOAD.replace(was, is == null ? "" : is))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "[]", "null", "\"data\"", "{\"data\":[]}", "{\"data\":{},\"data\":{}}", "{}{}"})
    void anythingElseIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void nothingPrintsTheMessage() {
        assertThat(read(PAYLOAD).toString()).doesNotContain("Hello", "8665550001");
    }

    private @Nullable SenderNetwork network(String body) {
        return read(body) instanceof Reading.Messages(List<DoorMessage> messages, String _)
                ? messages.getFirst().network()
                : new SenderNetwork(null, "not read", null);
    }

    private Reading read(String body) {
        return read(json(body));
    }

    private Reading read(RawRequest request) {
        return door.read(request, connector(PUBLIC_KEY));
    }
}
