/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a value looks like in JSON. */
record Form(ObjectNode schema) {

    /** A text of a pattern, in the dialect of ECMA-262, which finds and does not match. */
    static Form text(String pattern, String example) {
        return new Form(string(example).put("pattern", whole(pattern)));
    }

    /** A text of a format that JSON Schema or OpenAPI knows. */
    static Form formatted(String format, String example) {
        return new Form(string(example).put("format", format));
    }

    /** A text that is free within these lengths. */
    static Form free(int shortest, int longest, String example) {
        return new Form(string(example).put("minLength", shortest).put("maxLength", longest));
    }

    /** A whole number between these. */
    static Form number(int least, int most, int usual) {
        return new Form(Json.MAPPER
                .createObjectNode()
                .put("type", "integer")
                .put("minimum", least)
                .put("maximum", most)
                .put("default", usual));
    }

    private static String whole(String pattern) {
        return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
    }

    private static ObjectNode string(String example) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "string");
        schema.putArray("examples").add(example);
        return schema;
    }

    /** Up to so many entries, with such names and such values. */
    static Form entries(int most, String name, int longestValue) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object").put("maxProperties", most);
        schema.putObject("propertyNames").put("pattern", whole(name));
        schema.putObject("additionalProperties").put("type", "string").put("maxLength", longestValue);
        return new Form(schema);
    }
}
