/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FormsTests {

    private static final String CHARACTERS = "0123456789abcxyzABCXYZIlOU+-_:.T ";

    static Set<Class<?>> types() {
        return Forms.TYPES.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_form_has_an_example_that_its_type_reads_and_writes_again(Class<?> type) {
        assertThat(Json.MAPPER.<JsonNode>valueToTree(Json.MAPPER.treeToValue(example(type), type)))
                .isEqualTo(example(type));
    }

    /** What a type writes, its form must allow: everything that is read and written as it was. */
    @ParameterizedTest
    @MethodSource("types")
    void a_form_is_not_narrower_than_its_type(Class<?> type) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        JsonNode pattern = schema(type).path("pattern");
        for (int i = 0; i < 20_000 && pattern.isString(); i++) {
            JsonNode changed = Json.MAPPER.valueToTree(changed(example(type).asString(), random));
            if (isWrittenByIt(changed, type)) {
                assertThat(Pattern.compile(pattern.asString())
                                .matcher(changed.asString())
                                .find())
                        .as("%s of %s, by the seed %d", changed, type, seed)
                        .isTrue();
            }
        }
    }

    private static boolean isWrittenByIt(JsonNode value, Class<?> type) {
        try {
            return Json.MAPPER
                    .<JsonNode>valueToTree(Json.MAPPER.treeToValue(value, type))
                    .equals(value);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, c);
                case 1 -> changed.replace(at, Math.min(at + 1, changed.length()), String.valueOf(c));
                default -> changed.delete(at, Math.min(at + 1, changed.length()));
            }
        }
        return changed.toString();
    }

    private static JsonNode example(Class<?> type) {
        return schema(type).path("examples").path(0);
    }

    private static JsonNode schema(Class<?> type) {
        return Forms.of(type).orElseThrow().schema();
    }
}
