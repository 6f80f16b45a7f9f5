/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.json.Json;
import io.uptext.testkit.docs.Section;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of the records that go over the wire, as Jackson writes them: by their components, absent where null. */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";

    private final ObjectNode components = Json.MAPPER.createObjectNode();

    /** Those that were asked for so far, by name. */
    ObjectNode components() {
        return components;
    }

    /** A reference to the schema of a record, whose fields a table of this head describes. */
    ObjectNode reference(Class<?> record, Words words, Section section, String header) {
        String name = record.getSimpleName();
        if (!components.has(name)) {
            // Its place comes before those of what is in it.
            components.set(name, Json.MAPPER.createObjectNode());
            components.set(name, object(record, words, section, header));
        }
        return reference(name);
    }

    static ObjectNode reference(String name) {
        return Json.MAPPER.createObjectNode().put("$ref", PREFIX + name);
    }

    /**
     * A reference to one schema for objects of either kind: it requires what all have, and what is of one kind only
     * together. A oneOf would say it better, and generated clients take each for both and fail.
     */
    ObjectNode either(Map<String, ObjectNode> kinds) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
        Set<JsonNode> common = new LinkedHashSet<>();
        kinds.values().stream()
                .findFirst()
                .ifPresent(first -> first.path("required").forEach(common::add));
        kinds.values()
                .forEach(kind ->
                        common.retainAll(kind.path("required").valueStream().toList()));
        schema.putArray("required").addAll(common);
        ObjectNode properties = schema.putObject("properties");
        ObjectNode together = schema.putObject("dependentRequired");
        for (ObjectNode kind : kinds.values()) {
            kind.path("properties")
                    .properties()
                    .forEach(each -> properties.putIfAbsent(each.getKey(), each.getValue()));
            List<JsonNode> own = kind.path("required")
                    .valueStream()
                    .filter(field -> !common.contains(field))
                    .toList();
            own.forEach(field -> together.putArray(field.asString())
                    .addAll(own.stream().filter(other -> !other.equals(field)).toList()));
        }
        String name = String.join("Or", kinds.keySet());
        components.set(name, schema);
        return reference(name);
    }

    /** A schema of a record's own, whose fields a table of this head describes. */
    ObjectNode object(Class<?> record, Words words, Section section, String header) {
        List<RecordComponent> fields = List.of(record.getRecordComponents());
        var meanings = words.meanings(
                section, header, fields.stream().map(RecordComponent::getName).toList());
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = Json.MAPPER.createObjectNode();
        ArrayNode required = Json.MAPPER.createArrayNode();
        for (RecordComponent field : fields) {
            ObjectNode property = Forms.of(record, field.getName())
                    .map(form -> form.schema().deepCopy())
                    .orElseGet(() -> value(field.getGenericType(), field.getName(), words, section));
            properties.set(field.getName(), property.put("description", meanings.of(field.getName())));
            if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(field.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        return schema;
    }

    /** The schema of a field's value; what is in a record there, a table says that is headed by the field. */
    ObjectNode value(Type type, String field, Words words, Section section) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        return switch (type) {
            case Class<?> known
            when Forms.of(known).isPresent() ->
                Forms.of(known).orElseThrow().schema().deepCopy();
            case Class<?> text when text == String.class -> schema.put("type", "string");
            case Class<?> flag when flag == boolean.class || flag == Boolean.class -> schema.put("type", "boolean");
            case Class<?> number when number == int.class -> schema.put("type", "integer");
            case Class<?> choice when choice.isEnum() -> choice(choice);
            case Class<?> record
            when record.isRecord() -> reference(record, words, section, "field of `" + field + "`");
            case ParameterizedType map
            when map.getRawType() == Map.class -> {
                schema.put("type", "object")
                        .set("additionalProperties", value(map.getActualTypeArguments()[1], field, words, section));
                yield schema;
            }
            case ParameterizedType list
            when list.getRawType() == List.class -> {
                schema.put("type", "array")
                        .set("items", value(list.getActualTypeArguments()[0], field, words, section));
                yield schema;
            }
            default -> throw new AssertionError("Forms does not say what " + type + " looks like in JSON: " + field);
        };
    }

    private ObjectNode choice(Class<?> type) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        Stream.of(type.getEnumConstants()).forEach(each -> values.add(Json.MAPPER.valueToTree(each)));
        components.set(type.getSimpleName(), schema);
        return reference(type.getSimpleName());
    }
}
