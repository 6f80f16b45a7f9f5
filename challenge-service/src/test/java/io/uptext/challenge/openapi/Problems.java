/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemAnswer;
import io.uptext.platform.http.ProblemAnswers;
import io.uptext.platform.json.Json;
import io.uptext.testkit.docs.Block.Table;
import io.uptext.testkit.docs.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Problems as answers: which there are, a page says; what they look like is asked of the code that writes them. */
final class Problems {

    private static final String SCHEMA = "Problem";
    private static final String HEADER = "problem";
    private static final String PREFIX = Problem.INTERNAL.type().replaceFirst("internal$", "");

    /** What may always happen. */
    private static final Map<Problem, String> ALWAYS = Map.of(Problem.INTERNAL, "a fault of ours");

    private Problems() {}

    /** The schema of all, read off one that was written. */
    static ObjectNode schema() {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
        schema.put(
                "description",
                "RFC 9457. Programs look at `type`; `title` and `detail` are for people and may change.");
        JsonNode written = example(Problem.INTERNAL, "a fault of ours");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (Map.Entry<String, JsonNode> field : written.properties()) {
            required.add(field.getKey());
            properties.putObject(field.getKey()).put("type", field.getValue().isInt() ? "integer" : "string");
        }
        return schema;
    }

    /** The answers of an operation, by status. */
    static Map<Integer, ObjectNode> answers(Operation operation) {
        Map<Problem, String> when = new LinkedHashMap<>();
        Stream<Section> sections =
                operation.scope == null ? Stream.of() : Stream.of(operation.words.section("Authentication"));
        Stream.concat(sections, Stream.of(operation.words.section("`" + operation.address() + "`")))
                .flatMap(section -> section.table(HEADER).stream())
                .forEach(table -> read(table, when));
        when.putAll(ALWAYS);
        Map<Integer, Map<Problem, String>> byStatus = new TreeMap<>();
        when.forEach((kind, sentence) -> byStatus.computeIfAbsent(kind.status().value(), _ -> new LinkedHashMap<>())
                .put(kind, sentence));
        Map<Integer, ObjectNode> answers = new TreeMap<>();
        byStatus.forEach((status, kinds) -> answers.put(status, answer(kinds, operation.headers)));
        return answers;
    }

    private static void read(Table table, Map<Problem, String> when) {
        for (List<String> row : table.rows()) {
            String[] parts = row.getFirst().split("`", -1);
            Problem kind = Arrays.stream(Problem.values())
                    .filter(each -> parts.length > 1 && each.type().equals(PREFIX + parts[1]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No problem of ours: " + row.getFirst()));
            if (!parts[0].strip().equals(String.valueOf(kind.status().value()))) {
                throw new AssertionError(row.getFirst() + " is answered with " + kind.status());
            }
            when.put(kind, Words.plain(row.get(1)));
        }
    }

    private static ObjectNode answer(Map<Problem, String> kinds, Map<Problem, Map<String, String>> more) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, when) -> lines.add("- `" + name(kind) + "`: " + when));
        answer.put("description", String.join("\n", lines));
        Map<String, String> headers = new LinkedHashMap<>();
        ObjectNode examples = Json.MAPPER.createObjectNode();
        kinds.forEach((kind, when) -> {
            headers.putAll(written(kind, when).headers());
            headers.putAll(more.getOrDefault(kind, Map.of()));
            examples.putObject(name(kind)).set("value", example(kind, when));
        });
        // The one stands beside the body already, the other is between two machines only.
        headers.keySet().removeAll(Set.of("Content-Type", "Connection"));
        answer.set("headers", Headers.of(headers));
        ObjectNode content = answer.putObject("content").putObject("application/problem+json");
        // Which there can be, the examples say. In the schema it would have to stand beside a reference, which is right
        // and
        // which generators do not take.
        content.set("schema", Schemas.reference(SCHEMA));
        content.set("examples", examples);
        return answer;
    }

    private static String name(Problem kind) {
        return kind.type().substring(PREFIX.length());
    }

    private static JsonNode example(Problem kind, String when) {
        return Json.MAPPER.readTree(written(kind, when).body());
    }

    private static ProblemAnswer written(Problem kind, String when) {
        String plain = when.replace("`", "");
        return ProblemAnswers.toAnswer(kind.because(
                Character.toUpperCase(plain.charAt(0)) + plain.substring(1).replaceFirst("\\.?$", ".")));
    }
}
