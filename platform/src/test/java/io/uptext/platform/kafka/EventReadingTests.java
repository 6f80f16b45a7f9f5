/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.topic.EventType;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What is read field by field is what binding reads. */
class EventReadingTests {

    @ParameterizedTest
    @EnumSource
    void every_sample_is_read_as_it_is_bound(EventType type) throws Exception {
        byte[] sample = sample(type.type());
        assertThat(EventReading.read(sample, type)).isEqualTo(Json.MAPPER.readValue(sample, type.event()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.uptext.challenge.created.v1.least",
                "io.uptext.challenge.created.v1.without-return",
                "io.uptext.inbound-sms.received.v1.least",
                "io.uptext.inbound-sms.received.v1.without-network"
            })
    void a_sample_with_gaps_is_read_as_it_is_bound(String name) throws Exception {
        EventType type =
                EventType.ofType(name.substring(0, name.indexOf(".v1") + 3)).orElseThrow();
        assertThat(EventReading.read(sample(name), type)).isEqualTo(Json.MAPPER.readValue(sample(name), type.event()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHALLENGE_CREATED", "INBOUND_SMS_RECEIVED"})
    void fields_of_the_future_are_passed_over_and_nulls_are_absent(EventType type) throws Exception {
        ObjectNode later = (ObjectNode) Json.MAPPER.readTree(sample(type.type()));
        later.putObject("addedLater").putArray("deep").add(1).addObject().put("deeper", true);
        later.putNull("network")
                .putNull("context")
                .putNull("metadata")
                .putNull("onWrongPhone")
                .putNull("returnTo");
        byte[] value = Json.MAPPER.writeValueAsBytes(later);
        assertThat(EventReading.read(value, type)).isEqualTo(Json.MAPPER.readValue(value, type.event()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":1}|number for a text",
                "{\"text\":{}}|object for a text",
                "{\"network\":5}|number for an object",
                "{\"receivedAt\":\"2026-02-30T00:00:00.000Z\"}|a day that is none",
                "{\"receivedAt\":\"2026-02-03T24:00:00.000Z\"}|an hour that is none",
                "{\"text\":\"a\",\"text\":\"b\"}|a field twice",
                "{\"text\":\"a\"} {}|something behind it",
                "[]|an array",
                "\"a\"|a text",
                "{\"text\":\"a\"|no end"
            })
    void what_is_no_such_event_is_refused(String value, String why) {
        assertThatThrownBy(() -> EventReading.read(value.getBytes(UTF_8), EventType.INBOUND_SMS_RECEIVED))
                .as(why)
                .isInstanceOf(RuntimeException.class);
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream sample = EventType.class.getResourceAsStream("/uptext/samples/" + name + ".json")) {
            return Objects.requireNonNull(sample).readAllBytes();
        }
    }
}
