/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.topic.Published.Sample;
import io.uptext.contracts.vocabulary.ChallengeCode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventContractTests {

    static List<Sample> samples() throws IOException, URISyntaxException {
        return Published.samples();
    }

    @ParameterizedTest
    @EnumSource
    void each_type_has_a_full_sample(EventType type) {
        assertThat(Published.exists("/uptext/samples/" + type.type() + ".json")).isTrue();
        JsonNode full = Sample.of(type.type() + ".json").json();
        assertThat(full.propertyNames())
                .containsExactlyElementsOf(
                        Published.schema(type).path("properties").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_comes_back_as_it_was(Sample sample) {
        JsonNode written = Published.JSON.valueToTree(sample.event());
        assertThat(withInstantsAsRead(written, sample.type()))
                .isEqualTo(withInstantsAsRead(sample.json(), sample.type()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_read_twice_is_the_same_event(Sample sample) {
        Event event = sample.event();
        assertThat(sample.event()).isEqualTo(event).hasSameHashCodeAs(event);
        assertThat(sample.event().eventId()).isEqualTo(event.eventId()).isNotBlank();
        assertThat(sample.json().valueStream().filter(JsonNode::isString).map(JsonNode::asString))
                .as("its time is one of its fields")
                .anyMatch(value -> isAt(value, event.occurredAt()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void instants_in_samples_have_three_decimals(Sample sample) {
        for (RecordComponent component : sample.type().event().getRecordComponents()) {
            if (component.getType() == Instant.class && sample.json().has(component.getName())) {
                assertThat(sample.json().path(component.getName()).asString())
                        .as(component.getName())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_field_of_the_future_is_ignored(Sample sample) {
        ObjectNode later = (ObjectNode) sample.json().deepCopy();
        later.put("addedLater", true).putObject("addedEvenLater").put("a", 1);
        assertThat(Published.JSON.treeToValue(later, sample.type().event())).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_catalogue_knows_the_event_by_its_record_and_by_its_type(Sample sample) {
        assertThat(EventType.of(sample.event())).isEqualTo(sample.type());
        assertThat(sample.type().event()).isEqualTo(sample.event().getClass());
        assertThat(EventType.ofType(sample.type().type())).contains(sample.type());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_prints_neither_number_nor_code_nor_text(Sample sample) {
        assertThat(sample.event().toString()).doesNotContain("46701234567", "7KQ4", "ACME LOGIN");
    }

    @Test
    void the_samples_of_texts_agree_with_how_codes_are_found() throws IOException, URISyntaxException {
        assertThat(samples())
                .extracting(Sample::event)
                .filteredOn(InboundSmsReceived.class::isInstance)
                .map(InboundSmsReceived.class::cast)
                .isNotEmpty()
                .allSatisfy(
                        sms -> assertThat(ChallengeCode.parse(sms.text())).isEqualTo(Optional.ofNullable(sms.code())));
    }

    @Test
    void the_sample_of_a_challenge_covers_the_sample_of_its_text() {
        var challenge = (ChallengeCreated)
                Sample.of(EventType.CHALLENGE_CREATED.type() + ".json").event();
        var sms = (InboundSmsReceived)
                Sample.of(EventType.INBOUND_SMS_RECEIVED.type() + ".json").event();
        assertThat(sms.code()).isEqualTo(challenge.code());
        assertThat(challenge.validity().covers(sms.receivedAt())).isTrue();
    }

    @Test
    void an_unknown_type_is_unknown() {
        assertThat(EventType.ofType("io.uptext.challenge.created.v2")).isEmpty();
        assertThat(EventType.ofType("IO.UPTEXT.CHALLENGE.CREATED.V1")).isEmpty();
        assertThat(EventType.ofType("")).isEmpty();
    }

    /** Compares instants by value: Jackson by itself leaves out decimals that are zero. */
    private static JsonNode withInstantsAsRead(JsonNode event, EventType type) {
        ObjectNode copy = (ObjectNode) event.deepCopy();
        for (RecordComponent component : type.event().getRecordComponents()) {
            if (component.getType() == Instant.class && copy.has(component.getName())) {
                String written = copy.path(component.getName()).asString();
                copy.put(component.getName(), Instant.parse(written).toString());
            }
        }
        return copy;
    }

    private static boolean isAt(String value, Instant instant) {
        return value.matches("\\d{4}-.*Z") && Instant.parse(value).equals(instant);
    }
}
