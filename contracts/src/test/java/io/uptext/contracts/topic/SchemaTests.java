/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.uptext.contracts.topic.Published.Sample;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemaTests {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<Sample> samples() throws IOException, URISyntaxException {
        return Published.samples();
    }

    @Test
    void each_type_has_a_schema_and_each_schema_a_type() throws IOException, URISyntaxException {
        assertThat(Published.files("/uptext/schemas"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(EventType.values())
                        .map(type -> type.type() + ".json")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_is_valid_json_schema_2020_12(EventType type) {
        String dialect = SpecificationVersion.DRAFT_2020_12.getDialectId();
        JsonNode schema = Published.schema(type);
        assertThat(schema.path("$schema").asString()).isEqualTo(dialect);
        assertThat(schema.path("title").asString()).isEqualTo(type.event().getSimpleName());
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(dialect)).validate(schema))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_says_what_its_record_says(EventType type) {
        assertDescribes(Published.schema(type), type.event());
    }

    private static void assertDescribes(JsonNode schema, Class<?> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        assertThat(schema.path("type").asString()).as("type of %s", type).isEqualTo("object");
        assertThat(schema.path("additionalProperties").asBoolean())
                .as("%s may grow", type)
                .isTrue();
        assertThat(schema.path("properties").propertyNames())
                .as("properties of %s", type)
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as("required in %s", type)
                .containsExactlyElementsOf(components.stream()
                        .filter(component -> !isNullable(component))
                        .map(RecordComponent::getName)
                        .toList());
        for (RecordComponent component : components) {
            JsonNode property = schema.path("properties").path(component.getName());
            Class<?> of = component.getType();
            if (of.isEnum()) {
                assertThat(property.path("enum").valueStream())
                        .as("values of %s", component)
                        .containsExactlyElementsOf(Stream.of(of.getEnumConstants())
                                .map(value -> Published.JSON.<JsonNode>valueToTree(value))
                                .toList());
            } else if (of.isRecord() && !isWrittenAsOneValue(of)) {
                assertDescribes(property, of);
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isWrittenAsOneValue(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_golden_sample_is_valid(Sample sample) {
        assertThat(errors(sample.type(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_without_a_required_field_is_invalid(Sample sample) {
        Published.schema(sample.type()).path("required").valueStream().forEach(required -> {
            ObjectNode broken = (ObjectNode) sample.json().deepCopy();
            broken.remove(required.asString());
            assertThat(errors(sample.type(), broken)).as("without %s", required).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_with_a_field_of_the_wrong_type_is_invalid(Sample sample) {
        for (String field : sample.json().propertyNames()) {
            ObjectNode broken = (ObjectNode) sample.json().deepCopy();
            broken.put(field, -1);
            assertThat(errors(sample.type(), broken)).as("%s: -1", field).isNotEmpty();
            broken.put(field, "");
            if (!field.equals("text")) {
                assertThat(errors(sample.type(), broken)).as("%s empty", field).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_with_a_field_of_the_future_is_valid(Sample sample) {
        ObjectNode later = (ObjectNode) sample.json().deepCopy();
        later.put("addedLater", true);
        assertThat(errors(sample.type(), later)).isEmpty();
    }

    private static List<Error> errors(EventType type, JsonNode event) {
        return SCHEMAS.getSchema(Published.schema(type))
                .validate(event, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
