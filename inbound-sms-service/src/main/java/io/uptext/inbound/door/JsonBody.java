/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.platform.json.Json;
import io.uptext.platform.json.StrictUtf8;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON as providers write it: strict UTF-8, no key twice, bounded in depth. */
public final class JsonBody {

    private JsonBody() {}

    /** The value of a body, or empty where it is not JSON in UTF-8. */
    public static Optional<JsonNode> parse(byte[] body) {
        return StrictUtf8.decode(body).flatMap(JsonBody::parse);
    }

    /** The value of a text. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A string inside an object, which may be empty; a dot in the path goes one object or one array element (from 0) deeper. */
    public static Optional<String> string(JsonNode node, String path) {
        return at(node, path).stringValueOpt().filter(StrictUtf8::canEncode);
    }

    /** A string that says something. */
    public static Optional<String> filled(JsonNode node, String path) {
        return string(node, path).filter(value -> !value.isEmpty());
    }

    /** What stands at a path; a missing node where nothing does. */
    public static JsonNode at(JsonNode node, String path) {
        JsonNode at = node;
        for (String step : path.split("\\.", -1)) {
            at = at.isArray() && isIndex(step) ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at;
    }

    private static boolean isIndex(String step) {
        return step.length() == 1 && Character.isDigit(step.charAt(0));
    }
}
