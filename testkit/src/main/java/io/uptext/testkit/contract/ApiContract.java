/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI document, taken at its word: answers have no fields, statuses and problems beyond it. That is stricter than
 * the document, which may grow; a client must not mind, and a test must notice.
 */
public final class ApiContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEM = "application/problem+json";
    private static final String ANY_SEGMENT = "[^/]+";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectNode document;

    private ApiContract(ObjectNode document) {
        this.document = document;
        document.path("components").path("schemas").valueStream().forEach(ApiContract::close);
    }

    /** Reads a document. */
    public static ApiContract read(Path file) {
        try {
            return of(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one. */
    public static ApiContract of(JsonNode document) {
        return new ApiContract((ObjectNode) document.deepCopy());
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
    }

    /** The operation of a request; empty where the document has none. */
    public Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(each -> template(each.getKey()).matcher(path).matches())
                .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static Pattern template(String path) {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]*}", ANY_SEGMENT));
    }

    /** What of an answer the document does not know; nothing is said of addresses that it does not have. */
    public List<String> objections(Exchange exchange) {
        Optional<JsonNode> operation = operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            return List.of();
        }
        String id = operation.get().path("operationId").asString("");
        JsonNode response = operation.get().path("responses").path(String.valueOf(exchange.status()));
        if (response.isMissingNode()) {
            return List.of(id + " is not said to answer " + exchange.status() + ": " + exchange.body());
        }
        JsonNode content = response.path("content").path(exchange.type());
        if (content.isMissingNode()) {
            return List.of(id + " is not said to answer " + exchange.status() + " as " + exchange.type());
        }
        List<String> objections = new ArrayList<>();
        for (String header : response.path("headers").propertyNames()) {
            boolean required =
                    response.path("headers").path(header).path("required").asBoolean();
            if (required && !exchange.headers().contains(header.toLowerCase(Locale.ROOT))) {
                objections.add(id + " answers " + exchange.status() + " without " + header);
            }
        }
        objections(content.path("schema"), exchange.body())
                .forEach(objection -> objections.add(id + " answers " + exchange.status() + " with " + objection));
        if (exchange.type().equals(PROBLEM) && problems(response).noneMatch(typeOf(exchange.body())::equals)) {
            objections.add(id + " is not said to answer " + exchange.status() + ": " + exchange.body());
        }
        return objections;
    }

    /** The types of problems that a response can have: there is an example of each. */
    public static Stream<String> problems(JsonNode response) {
        return response.path("content")
                .path(PROBLEM)
                .path("examples")
                .valueStream()
                .map(example -> example.path("value").path("type").asString(""));
    }

    private static String typeOf(String problem) {
        try {
            return JSON.readTree(problem).path("type").asString("");
        } catch (JacksonException e) {
            return "no JSON";
        }
    }

    /** What a schema of the document does not like about some JSON. */
    public List<String> objections(JsonNode schema, String json) {
        JsonNode value;
        try {
            value = JSON.readTree(json);
        } catch (JacksonException e) {
            return List.of("no JSON");
        }
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        Schema compiled = registry.getSchema(whole);
        return compiled
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The schemas that have names. */
    public JsonNode schemas() {
        return document.path("components").path("schemas");
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }
}
