/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import static io.uptext.inbound.vonagesms.VonageSmsRequests.FORMATS;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.NOW;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.SECRET;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.connectors;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.form;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.json;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.request;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.simulated;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.SimulatedRequest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of the parameters of Vonage's SMS API. */
class VonageSmsReadingTests {

    /** The parameters of developer.vonage.com/en/messaging/sms/guides/inbound-sms. */
    private static final Map<String, String> MESSAGE = Map.ofEntries(
            Map.entry("api-key", "abcd1234"),
            Map.entry("msisdn", "447700900001"),
            Map.entry("to", "447700900000"),
            Map.entry("messageId", "0A0000000123ABCD1"),
            Map.entry("text", " Hej \u00e5\uD83D\uDC4B & =100% "),
            Map.entry("type", "unicode"),
            Map.entry("keyword", "HEJ"),
            Map.entry("message-timestamp", "2020-01-01 12:00:00"),
            Map.entry("timestamp", "1578787200"),
            Map.entry("nonce", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab"),
            Map.entry("concat", "true"),
            Map.entry("concat-ref", "108"),
            Map.entry("concat-total", "3"),
            Map.entry("concat-part", "2"));

    private static final DoorMessage READ =
            new DoorMessage("0A0000000123ABCD1", "447700900001", "447700900000", " Hej \u00e5\uD83D\uDC4B & =100% ");

    private final VonageSmsDoor door = new VonageSmsDoor();

    @Test
    void aPartOfALongMessageIsReadInEveryFormat() {
        for (String format : FORMATS) {
            assertThat(read(request(format, MESSAGE))).as(format).isEqualTo(Reading.of(READ.as(new Part("108", 3, 2))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"concat", "concat-ref", "concat-total", "concat-part"})
    void aPartWhosePlaceIsNotKnownIsReadAsItStands(String name) {
        for (String format : FORMATS) {
            assertThat(read(request(format, without(name)))).isEqualTo(Reading.of(READ));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "concat, false",
        "concat, 1",
        "concat-ref, ''",
        "concat-total, 1",
        "concat-total, 11",
        "concat-total, 99999999999",
        "concat-total, -3",
        "concat-part, 0",
        "concat-part, 4",
        "concat-part, two",
        "concat-part, ''",
    })
    void aPlaceThatCannotBeIsNone(String name, String value) {
        assertThat(read(request("form", with(name, value)))).isEqualTo(Reading.of(READ));
    }

    @Test
    void whatTheSimulatorWritesIsRead() {
        for (String format : FORMATS) {
            assertThat(read(simulated("sha256", format)))
                    .isEqualTo(Reading.of(
                            new DoorMessage("0A0000000123ABCD1", "46701234567", "50500", "ACME LOGIN 7KQ4M2XHC")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "wappush", "TEXT"})
    void whatIsNoTextIsNothing(String type) {
        Map<String, String> binary = with("type", type);
        binary.put("data", "0011223344");
        binary.put("udh", "0605041582");
        for (String format : FORMATS) {
            assertThat(read(request(format, binary))).isInstanceOf(Reading.Nothing.class);
            binary.remove("text");
            assertThat(read(request(format, binary))).isInstanceOf(Reading.Nothing.class);
        }
    }

    @Test
    void aDeliveryReceiptIsNothing() {
        Map<String, String> receipt = Map.of(
                "msisdn", "447700900001",
                "to", "AcmeInc",
                "network-code", "23410",
                "messageId", "0A0000000123ABCD1",
                "price", "0.03330000",
                "status", "delivered",
                "scts", "2001011400",
                "err-code", "0",
                "message-timestamp", "2020-01-01 12:00:00");

        assertThat(read(request("query", receipt))).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messageId", "msisdn", "to", "text", "type"})
    void aParameterThatIsMissingOrThereWithTwoValuesIsMalformed(String name) {
        for (String format : FORMATS) {
            assertThat(read(request(format, without(name)))).isInstanceOf(Reading.Malformed.class);
        }
        assertThat(read(request("query", MESSAGE).withParameter(name, "other"))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void anEmptyIdIsMalformedAndAnEmptyTextIsNot() {
        assertThat(read(request("form", with("messageId", "")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(request("form", with("text", "")))).isInstanceOf(Reading.Messages.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"type\":\"text\",\"messageId\":7,\"msisdn\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"type\":\"text\",\"messageId\":\"7\",\"msisdn\":[\"1\"],\"to\":\"2\",\"text\":\"3\"}",
                "{\"type\":\"text\",\"messageId\":\"7\",\"msisdn\":\"1\",\"to\":\"2\",\"text\":null}",
                "{\"type\":\"text\",\"messageId\":\"7\",\"msisdn\":\"1\",\"to\":\"2\",\"text\":\"\\ud83d\"}",
                "{\"type\":\"text\",\"messageId\":\"7\",\"msisdn\":\"1\",\"msisdn\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
            })
    void anythingElseIsMalformed(String body) {
        assertThat(read(json(body))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void aFormThatCannotBeReadIsMalformed() {
        assertThat(read(form("type=text&messageId=7&msisdn=1&to=2&text=%FF"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(form("type=text&messageId=7&msisdn=1&to=2&text=%"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(form("type=text&messageId=7&msisdn=1&to=2&text=3"))).isInstanceOf(Reading.Messages.class);
    }

    @Test
    void nothingPrintsTheMessage() {
        assertThat(read(request("json", MESSAGE)).toString()).doesNotContain("Hej", "447700900001");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(MESSAGE);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> less = new TreeMap<>(MESSAGE);
        less.remove(name);
        return less;
    }

    private Reading read(SimulatedRequest request) {
        return door.read(Requests.raw(request, NOW), connectors(SECRET).build());
    }
}
