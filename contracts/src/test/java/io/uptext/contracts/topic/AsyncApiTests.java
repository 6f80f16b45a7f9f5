/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.OutcomeStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AsyncApiTests {

    private static final JsonNode ASYNC_API = Published.asyncApi();

    @Test
    void each_topic_is_a_channel_and_each_channel_a_topic() {
        Stream<String> ofParties = Stream.of("uptext.auth-outcomes.{relyingParty}.v1");
        assertThat(ASYNC_API
                        .path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(Topic.values()).map(Topic::topicName), ofParties)
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_channel_has_the_messages_of_its_topic(Topic topic) {
        JsonNode messages = channel(topic).path("messages");
        List<String> records = Stream.of(EventType.values())
                .filter(type -> type.topic() == topic)
                .map(type -> type.event().getSimpleName())
                .toList();
        assertThat(messages.propertyNames()).containsExactlyInAnyOrderElementsOf(records);
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(messages.path(name).path("$ref").asString())
                        .isEqualTo("#/components/messages/" + name));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_has_the_name_and_the_schema_of_its_type(EventType type) {
        JsonNode message =
                ASYNC_API.path("components").path("messages").path(type.event().getSimpleName());
        String payload = message.path("payload").path("$ref").asString();
        assertThat(message.path("name").asString()).isEqualTo(type.type());
        assertThat(payload).isEqualTo("schemas/" + type.type() + ".json");
        assertThat(Published.exists("/uptext/" + payload)).isTrue();
        assertThat(message.path("headers").path("$ref").asString()).isEqualTo("#/components/schemas/cloudEventHeaders");
        assertThat(message.path("summary").asString())
                .isEqualTo(Published.schema(type).path("description").asString());
    }

    @Test
    void no_message_is_left_over() {
        assertThat(ASYNC_API.path("components").path("messages").propertyNames())
                .hasSize(EventType.values().length + OutcomeStatus.values().length);
    }

    @Test
    void each_channel_is_sent_to_by_one_operation() {
        Map<String, Long> senders = ASYNC_API
                .path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals("send"))
                .map(operation -> operation.path("channel").path("$ref").asString())
                .collect(Collectors.groupingBy(channel -> channel, Collectors.counting()));
        assertThat(senders)
                .hasSize(Topic.values().length + 1)
                .allSatisfy((channel, count) -> assertThat(count).as(channel).isOne());
        assertThat(senders.keySet())
                .allSatisfy(ref -> assertThat(
                                ASYNC_API.at(ref.substring(1)).path("address").asString())
                        .isNotBlank());
    }

    @Test
    void dead_letters_go_beside_their_topic() {
        assertThat(Topic.CHALLENGES.deadLetterTopicName()).isEqualTo("uptext.challenges.v1-dlt");
    }

    private static JsonNode channel(Topic topic) {
        return ASYNC_API
                .path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").asString().equals(topic.topicName()))
                .findFirst()
                .orElseThrow();
    }
}
