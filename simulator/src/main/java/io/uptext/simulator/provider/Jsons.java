/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** JSON as providers write it. */
final class Jsons {

    static final String CONTENT_TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Jsons() {}

    /** Values by dotted paths as objects within objects. */
    static Map<String, Object> nested(Map<String, String> values) {
        Map<String, Object> object = new TreeMap<>();
        Map<String, Map<String, String>> deeper = new TreeMap<>();
        values.forEach((path, value) -> {
            String[] steps = path.split("\\.", 2);
            if (steps.length == 1) {
                object.put(path, value);
            } else {
                deeper.computeIfAbsent(steps[0], _ -> new TreeMap<>()).put(steps[1], value);
            }
        });
        deeper.forEach((name, within) -> object.put(name, nested(within)));
        return object;
    }

    /** Maps, lists, strings and numbers as JSON. */
    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
