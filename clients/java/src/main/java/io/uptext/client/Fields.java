/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object. What has not the form that it must have is an {@link IllegalArgumentException}. */
record Fields(JsonNode node) {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Fields parse(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node.isObject()) {
                return new Fields(node);
            }
        } catch (JacksonException e) {
            // It quotes what it could not read.
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    static String written(Map<String, ?> fields) {
        return MAPPER.writeValueAsString(fields);
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing or no text");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    Instant instant(String name) {
        Instant instant = instantOrNull(name);
        if (instant == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return instant;
    }

    @Nullable
    Instant instantOrNull(String name) {
        String text = textOrNull(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time");
        }
    }

    Fields object(String name) {
        Fields fields = objectOrNull(name);
        if (fields == null) {
            throw new IllegalArgumentException(name + " is missing or no object");
        }
        return fields;
    }

    @Nullable
    Fields objectOrNull(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? new Fields(value) : null;
    }

    List<Fields> objects(String name) {
        JsonNode values = node.path(name);
        if (!values.isArray()) {
            throw new IllegalArgumentException(name + " is missing or no list");
        }
        return values.valueStream().map(Fields::new).toList();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }
}
