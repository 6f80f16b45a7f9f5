/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.uptext.challenge.openapi.Words;
import io.uptext.platform.json.Json;
import io.uptext.testkit.contract.ApiContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document that is checked in, and served, is what the code says. */
class OpenApiTests {

    private static final Path FILE = Words.FOLDER.resolve("openapi.json");
    private static final String INITIATIVE = "https://spec.openapis.org/";

    private final JsonNode document = ApiDescription.document();

    @Test
    void the_document_is_what_the_code_and_the_pages_say() throws IOException {
        String written = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        if (Boolean.getBoolean("uptext.openapi.write")) {
            Files.writeString(FILE, written);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as("docs/api/openapi.json is not what the code and the pages beside it say;"
                        + " ./uptext openapi writes it anew, and git diff shows what has changed")
                .isEqualTo(written);
    }

    @Test
    void the_document_is_valid_OpenAPI_3_1() {
        SchemaRegistry published = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaIdResolvers(
                        resolvers -> resolvers.mapPrefix(INITIATIVE, "classpath:spec.openapis.org/")));
        var schema = published.getSchema(SchemaLocation.of(INITIATIVE + "oas/3.1/schema-base/2022-10-07"));

        assertThat(schema.validate(document)).isEmpty();
        ((ObjectNode) document.path("paths").path("/v1/challenges").path("post")).put("responses", "none");
        assertThat(schema.validate(document)).as("of a broken one").isNotEmpty();
    }

    @Test
    void every_example_is_valid() {
        ApiContract contract = ApiContract.of(document);
        List<JsonNode> contents = document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.path("responses").valueStream()))
                .flatMap(body -> body.path("content").valueStream())
                .toList();

        assertThat(contents).hasSizeGreaterThan(20).allSatisfy(content -> {
            List<JsonNode> examples = Stream.concat(
                            content.path("examples").valueStream().map(example -> example.path("value")),
                            Stream.of(content.path("example")).filter(JsonNode::isObject))
                    .toList();
            assertThat(examples).isNotEmpty();
            for (JsonNode example : examples) {
                assertThat(contract.objections(content.path("schema"), example.toString()))
                        .as(example.toString())
                        .isEmpty();
            }
        });
    }

    @Test
    void an_answer_with_a_field_too_many_or_too_few_is_noticed() {
        ApiContract contract = ApiContract.of(document);
        JsonNode redeemed = contract.schemas().path("RedeemedOrDisavowed");
        ObjectNode example = Json.MAPPER.valueToTree(Examples.REDEEMED);

        assertThat(contract.objections(redeemed, example.toString())).isEmpty();
        assertThat(contract.objections(
                        redeemed, example.deepCopy().put("more", 1).toString()))
                .isNotEmpty();
        example.remove("proof");
        assertThat(contract.objections(redeemed, example.toString())).isNotEmpty();
    }

    @Test
    void keys_and_tokens_are_each_described_by_their_own_words() {
        JsonNode schemes = document.path("components").path("securitySchemes");

        assertThat(schemes.path("apiKey").path("description").asString())
                .startsWith("Keys ")
                .doesNotContain("Access tokens");
        assertThat(schemes.path("accessToken").path("description").asString())
                .startsWith("**Access tokens** ")
                .doesNotContain("Keys belong");
    }

    /** Links lead from page to page, and the document is elsewhere. */
    @Test
    void no_sentence_sends_to_where_a_link_has_led() {
        assertThat(document.findValuesAsString("description"))
                .hasSizeGreaterThan(20)
                .noneMatch(sentence -> sentence.matches("(?s).*[:;] see \\w+(\\.|\\n|$).*"));
    }
}
