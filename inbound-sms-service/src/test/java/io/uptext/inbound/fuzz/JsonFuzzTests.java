/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.inbound.door.JsonBody;
import io.uptext.platform.json.Json;
import io.uptext.platform.json.StrictUtf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Bytes as text and text as JSON. */
class JsonFuzzTests {

    private static final int DEEPEST = 20;

    @FuzzTest
    void whatIsReadAsUtf8IsWrittenTheSame(byte[] bytes) {
        Optional<String> text = StrictUtf8.decode(bytes);
        boolean sameWhenReadLeniently = Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
        assertThat(text.isPresent()).isEqualTo(sameWhenReadLeniently);
        text.ifPresent(found -> {
            assertThat(found.getBytes(UTF_8)).isEqualTo(bytes);
            assertThat(StrictUtf8.canEncode(found)).isTrue();
        });
    }

    @FuzzTest
    void aBodyReadsTheSameWhenItIsWrittenAgain(byte[] body) {
        Optional<JsonNode> node = JsonBody.parse(body);
        assertThat(JsonBody.parse(body)).isEqualTo(node);
        node.ifPresent(found -> {
            assertThat(StrictUtf8.decode(body)).as("what is read is UTF-8").isPresent();
            assertThat(characters(found, 0)).as("no string comes from nowhere").isLessThanOrEqualTo(body.length);
            if (!found.isMissingNode() && !hasFractions(found)) {
                assertThat(JsonBody.parse(Json.MAPPER.writeValueAsString(found)))
                        .isEqualTo(node);
            }
        });
    }

    /** The path is on the first line, the body on the others. */
    @FuzzTest
    void aPathLeadsToATextOrToNothing(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        if (lines.length == 2) {
            JsonBody.parse(lines[1]).ifPresent(node -> {
                Optional<String> string = JsonBody.string(node, lines[0]);
                string.ifPresent(found -> {
                    assertThat(StrictUtf8.canEncode(found)).isTrue();
                    assertThat(found.length()).isLessThanOrEqualTo(lines[1].length());
                });
                assertThat(JsonBody.filled(node, lines[0])).isEqualTo(string.filter(found -> !found.isEmpty()));
            });
        }
    }

    private static int characters(JsonNode node, int depth) {
        assertThat(depth).isLessThanOrEqualTo(DEEPEST);
        int sum = node.stringValueOpt().map(String::length).orElse(0);
        for (JsonNode child : node) {
            sum += characters(child, depth + 1);
        }
        return sum;
    }

    private static boolean hasFractions(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasFractions(child)) {
                return true;
            }
        }
        return false;
    }
}
