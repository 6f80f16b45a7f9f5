/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import tools.jackson.databind.json.JsonMapper;

/** JSON as providers write it. */
final class Jsons {

    static final String CONTENT_TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Jsons() {}

    /** Maps, lists, strings and numbers as JSON. */
    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
