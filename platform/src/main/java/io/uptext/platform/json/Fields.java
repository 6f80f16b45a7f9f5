/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** The fields of one JSON object, which is all that its document holds, one after the other. */
public final class Fields {

    private final JsonParser json;
    private final @Nullable JsonToken first;
    private boolean begun;

    /**
     * Reads what {@code json} reads, from its beginning.
     *
     * @param json keeps to the limits of {@link Json}
     */
    public Fields(JsonParser json) {
        this.json = json;
        this.first = json.nextToken();
    }

    /** Whether the document is JSON's null. */
    public boolean isNull() {
        return first == JsonToken.VALUE_NULL;
    }

    /**
     * The name of the next field; null after the last.
     *
     * @throws tools.jackson.core.JacksonException if it is no object, or something follows it
     */
    public @Nullable String next() {
        if (!begun) {
            begun = true;
            require(first == JsonToken.START_OBJECT);
        }
        @Nullable String name = json.nextName();
        if (name == null) {
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        }
        return name;
    }

    /** The field's text; null where it is JSON's null. */
    public @Nullable String text() {
        JsonToken token = json.nextToken();
        require(token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL);
        return token == JsonToken.VALUE_STRING ? json.getString() : null;
    }

    /** What the field's text stands for; null where it is JSON's null. */
    public <T> @Nullable T map(Function<String, T> meaning) {
        @Nullable String text = text();
        return text == null ? null : meaning.apply(text);
    }

    /** The field's value, bound as a whole; null where it is JSON's null. */
    public <T> @Nullable T object(Class<T> type) {
        return json.nextToken() == JsonToken.VALUE_NULL ? null : json.readValueAs(type);
    }

    /** The field's value, an object of nothing but texts; null where it is JSON's null. */
    public @Nullable Map<String, String> texts() {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        require(token == JsonToken.START_OBJECT);
        Map<String, String> texts = new HashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            @Nullable String text = text();
            require(text != null);
            texts.put(name, String.valueOf(text));
        }
        return texts;
    }

    /** Passes over a field that nobody here knows. */
    public void skip() {
        json.nextToken();
        json.skipChildren();
    }

    private void require(boolean expected) {
        if (!expected) {
            throw new StreamReadException(json, "not what was expected");
        }
    }
}
