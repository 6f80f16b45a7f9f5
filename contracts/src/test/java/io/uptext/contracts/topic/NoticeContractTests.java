/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.uptext.contracts.event.NoticeBody;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is published of relying parties' own topics is what is written there. */
class NoticeContractTests {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ChallengeId CHALLENGE = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");

    @Test
    void each_status_has_a_schema_and_a_sample_and_there_is_no_other_one() throws IOException, URISyntaxException {
        List<String> files = Stream.of(OutcomeStatus.values())
                .map(status -> status.type() + ".json")
                .toList();
        assertThat(Published.files("/uptext/notices/samples")).containsExactlyInAnyOrderElementsOf(files);
        List<String> all = new ArrayList<>(files);
        all.add("samples");
        assertThat(Published.files("/uptext/notices")).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_is_valid_json_schema_2020_12(OutcomeStatus status) {
        String dialect = SpecificationVersion.DRAFT_2020_12.getDialectId();
        assertThat(schema(status).path("$schema").asString()).isEqualTo(dialect);
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(dialect)).validate(schema(status)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_valid_for_its_type_and_for_no_other_one(OutcomeStatus status) {
        JsonNode written = written(status, status == OutcomeStatus.DENIED ? DenialReason.WRONG_PHONE : null);
        for (OutcomeStatus other : OutcomeStatus.values()) {
            assertThat(validator(other).validate(written).isEmpty())
                    .as("%s", other)
                    .isEqualTo(other == status);
        }
        JsonNode sample = Published.json("/uptext/notices/samples/" + status.type() + ".json");
        assertThat(sample).isEqualTo(written);
        sample.propertyNames().forEach(field -> {
            ObjectNode broken = (ObjectNode) sample.deepCopy();
            broken.remove(field);
            assertThat(validator(status).validate(broken))
                    .as("without %s", field)
                    .isNotEmpty();
        });
        assertThat(validator(status).validate(((ObjectNode) sample.deepCopy()).put("addedLater", true)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_is_valid(DenialReason reason) {
        assertThat(validator(OutcomeStatus.DENIED).validate(written(OutcomeStatus.DENIED, reason)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_asyncapi_document_has_it_on_the_channel_of_relying_parties(OutcomeStatus status) {
        JsonNode channel = Published.asyncApi().path("channels").path("partyOutcomes");
        String name = schema(status).path("title").asString();
        JsonNode message =
                Published.asyncApi().path("components").path("messages").path(name);
        assertThat(channel.path("messages").path(name).path("$ref").asString())
                .isEqualTo("#/components/messages/" + name);
        assertThat(message.path("name").asString()).isEqualTo(status.type());
        assertThat(message.path("summary").asString())
                .isEqualTo(schema(status).path("description").asString());
        assertThat(message.path("payload").path("$ref").asString()).isEqualTo("notices/" + status.type() + ".json");
    }

    @Test
    void the_address_of_the_channel_is_the_name_of_the_topic() {
        JsonNode channel = Published.asyncApi().path("channels").path("partyOutcomes");
        assertThat(channel.path("address").asString().replace("{relyingParty}", "acme-2"))
                .isEqualTo(new PartyTopic(new RelyingPartyId("acme-2")).topicName());
        assertThat(channel.path("parameters").propertyNames()).containsExactly("relyingParty");
    }

    private static JsonNode written(OutcomeStatus status, @Nullable DenialReason reason) {
        return Published.JSON.valueToTree(new NoticeBody.Data(CHALLENGE, status, reason));
    }

    private static Schema validator(OutcomeStatus status) {
        return SCHEMAS.getSchema(schema(status));
    }

    private static JsonNode schema(OutcomeStatus status) {
        return Published.json("/uptext/notices/" + status.type() + ".json");
    }
}
