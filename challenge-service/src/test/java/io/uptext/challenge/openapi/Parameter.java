/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request says outside of its body.
 *
 * @param in path, query or header; a table of its section is headed like that and says what it means
 * @param type how it is read, where its form is not known by its name
 */
record Parameter(String in, String name, Class<?> type) {

    ObjectNode described(String meaning, ObjectNode schema) {
        ObjectNode parameter = Json.MAPPER
                .createObjectNode()
                .put("name", name)
                .put("in", in)
                .put("required", in.equals("path"))
                .put("description", meaning);
        parameter.set("schema", schema);
        return parameter;
    }
}
