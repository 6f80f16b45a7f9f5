/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.json.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Headers of answers, by an example of each. */
final class Headers {

    /** How much is left is said where something was counted, and a repeated request is not. */
    private static final String NOT_OF_REPETITIONS = "RateLimit";

    private Headers() {}

    static ObjectNode of(Map<String, String> headers) {
        ObjectNode described = Json.MAPPER.createObjectNode();
        new TreeMap<>(headers).forEach((name, value) -> {
            boolean number = value.chars().allMatch(Character::isDigit);
            ObjectNode header = described.putObject(name).put("required", !name.startsWith(NOT_OF_REPETITIONS));
            header.putObject("schema").put("type", number ? "integer" : "string");
            if (number) {
                header.put("example", Integer.parseInt(value));
            } else {
                header.put("example", value);
            }
        });
        return described;
    }
}
