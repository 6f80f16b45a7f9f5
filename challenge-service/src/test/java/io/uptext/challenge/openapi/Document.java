/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.json.Json;
import io.uptext.testkit.docs.Block.Table;
import io.uptext.testkit.docs.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** The whole OpenAPI document. */
public final class Document {

    private static final String JSON = "application/json";

    private final Schemas schemas = new Schemas();
    private final ObjectNode paths = Json.MAPPER.createObjectNode();
    private final Words words;

    private Document(Words words) {
        this.words = words;
    }

    /**
     * Describes these operations.
     *
     * @param words of the page that introduces all of them
     */
    public static ObjectNode of(Words words, List<Operation> operations) {
        Document document = new Document(words);
        operations.forEach(document::add);
        return document.whole(operations);
    }

    private ObjectNode whole(List<Operation> operations) {
        ObjectNode whole = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
        ObjectNode info = whole.putObject("info");
        info.put("title", "Uptext, for relying parties");
        info.put("version", "1");
        info.put("description", words.introduction());
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        whole.putArray("servers").addObject().put("url", "/").put("description", "Where this document is served");
        var tags = whole.putArray("tags");
        operations.stream()
                .map(each -> each.tag)
                .distinct()
                .forEach(tag -> tags.addObject().put("name", tag));
        whole.set("paths", paths);
        ObjectNode components = whole.putObject("components");
        components.set("securitySchemes", Security.schemes(words.section("Authentication")));
        components.set("schemas", schemas.components().set("Problem", Problems.schema()));
        return whole;
    }

    private void add(Operation operation) {
        Section section = operation.words.section("`" + operation.address() + "`");
        ObjectNode described = paths.withObjectProperty(operation.path)
                .putObject(operation.method.name().toLowerCase(Locale.ROOT));
        described.putArray("tags").add(operation.tag);
        described.put("summary", section.heading().replaceFirst(":.*", ""));
        described.put("description", Words.plain(section.introduction()));
        described.put("operationId", operation.id);
        described.set("security", Security.needs(operation.scope));
        parameters(operation, section, described);
        if (operation.body != null) {
            ObjectNode body = described.putObject("requestBody");
            body.put("required", false);
            content(body, operation, section, "field of the request", operation.body);
        }
        ObjectNode responses = described.putObject("responses");
        operation.answers.stream()
                .collect(Collectors.groupingBy(Operation.Answer::status, TreeMap::new, Collectors.toList()))
                .forEach((status, answers) -> {
                    ObjectNode response = responses.putObject(String.valueOf(status));
                    response.put("description", description(section, status));
                    response.set("headers", Headers.of(answers.getFirst().headers()));
                    content(response, operation, section, answers);
                });
        Problems.answers(operation).forEach((status, problem) -> responses.set(String.valueOf(status), problem));
    }

    private void parameters(Operation operation, Section section, ObjectNode described) {
        for (Parameter parameter : operation.parameters) {
            List<String> names = operation.parameters.stream()
                    .filter(each -> each.in().equals(parameter.in()))
                    .map(Parameter::name)
                    .toList();
            String meaning =
                    operation.words.meanings(section, parameter.in(), names).of(parameter.name());
            ObjectNode schema = Forms.ofParameter(parameter.name())
                    .map(Form::schema)
                    .orElseGet(() -> schemas.value(parameter.type(), parameter.name(), operation.words, section));
            described.withArrayProperty("parameters").add(parameter.described(meaning, schema));
        }
    }

    private void content(ObjectNode holder, Operation operation, Section section, List<Operation.Answer> answers) {
        if (answers.size() == 1) {
            content(
                    holder,
                    operation,
                    section,
                    answers.getFirst().head(),
                    answers.getFirst().body());
            return;
        }
        ObjectNode json = holder.putObject("content").putObject(JSON);
        ObjectNode examples = Json.MAPPER.createObjectNode();
        Map<String, ObjectNode> each = new LinkedHashMap<>();
        for (Operation.Answer answer : answers) {
            String name = answer.body().getClass().getSimpleName();
            each.put(name, schemas.object(answer.body().getClass(), operation.words, section, answer.head()));
            examples.putObject(name).set("value", Json.MAPPER.valueToTree(answer.body()));
        }
        json.set("schema", schemas.either(each));
        json.set("examples", examples);
    }

    private void content(ObjectNode holder, Operation operation, Section section, String head, Object example) {
        ObjectNode json = holder.putObject("content").putObject(JSON);
        json.set("schema", schemas.reference(example.getClass(), operation.words, section, head));
        json.set("example", Json.MAPPER.valueToTree(example));
    }

    private static String description(Section section, int status) {
        Optional<Table> table = section.table("answer");
        return table.stream()
                .flatMap(each -> each.rows().stream())
                .filter(row -> row.getFirst().startsWith(String.valueOf(status)))
                .map(row -> Words.plain(row.get(1)))
                .findFirst()
                .orElseGet(() -> HttpStatus.valueOf(status).getReasonPhrase());
    }
}
