/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.EventType;
import io.uptext.platform.json.Json;
import io.uptext.verifier.join.JoinState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A state as one string. Exactly one of question, messages and outcome is there. */
final class SlotCodec {

    private SlotCodec() {}

    static String write(JoinState state) {
        Stored stored = switch (state) {
            case JoinState.Vacant _ -> throw new IllegalArgumentException("a vacant slot is not stored");
            case JoinState.AwaitingMessage(var question) -> new Stored(question, null, null, null);
            case JoinState.AwaitingChallenge(var messages) -> new Stored(null, messages, null, null);
            case JoinState.Decided(var outcome) ->
                new Stored(null, null, EventType.of(outcome).type(), Json.MAPPER.valueToTree(outcome));
        };
        return Json.MAPPER.writeValueAsString(stored);
    }

    /** Reads a slot; fails closed on one that this version cannot read. */
    static JoinState read(@Nullable String slot) {
        if (slot == null) {
            return new JoinState.Vacant();
        }
        try {
            @Nullable Stored stored = Json.MAPPER.readValue(slot, Stored.class);
            if (stored == null) {
                throw new IllegalStateException("a slot of the join holds nothing");
            }
            if (stored.question() != null) {
                return new JoinState.AwaitingMessage(stored.question());
            }
            if (stored.messages() != null) {
                return new JoinState.AwaitingChallenge(stored.messages());
            }
            if (stored.outcomeType() != null && stored.outcome() != null) {
                return new JoinState.Decided(outcome(stored.outcomeType(), stored.outcome()));
            }
        } catch (JacksonException e) {
            // Without the cause, which quotes numbers.
            throw new IllegalStateException("a slot of the join holds what this version cannot read");
        }
        throw new IllegalStateException("a slot of the join holds nothing that this version knows");
    }

    private static Outcome outcome(String type, JsonNode outcome) {
        EventType known = EventType.ofType(type)
                .orElseThrow(() -> new IllegalStateException("a slot of the join holds an unknown outcome"));
        return (Outcome) Json.MAPPER.treeToValue(outcome, known.event());
    }

    private record Stored(
            JoinState.@Nullable Question question,
            @Nullable List<InboundSmsReceived> messages,
            @Nullable String outcomeType,
            @Nullable JsonNode outcome) {}
}
