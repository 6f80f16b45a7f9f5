/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.promise.Heard;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ChallengeStatus;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes events of the lines of a stream, by the rules of server-sent events as far as our streams need them. */
final class EventLines {

    private String name = "";
    private final StringBuilder data = new StringBuilder();
    private @Nullable Duration retry;

    /** Takes a line. There is an event when it was the empty one behind one. */
    Optional<Heard> take(Piece.Line line) {
        String text = line.text();
        if (text.isEmpty()) {
            Optional<Heard> event = data.isEmpty() ? Optional.empty() : Optional.of(event(line.at()));
            name = "";
            data.setLength(0);
            return event;
        }
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(colon + 1).stripLeading();
        switch (colon < 0 ? text : text.substring(0, colon)) {
            case "event" -> name = value;
            case "data" -> data.append(value);
            case "retry" -> retry = value.matches("\\d{1,9}") ? Duration.ofMillis(Long.parseLong(value)) : retry;
            default -> {
                // A comment, or a field of other streams.
            }
        }
        return Optional.empty();
    }

    /** How long the server wants a page to wait before it connects again, if it has said so. */
    Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    private Heard event(Instant at) {
        try {
            JsonNode body = Json.MAPPER.readTree(data.toString());
            return new Heard(
                    at,
                    name,
                    status(body.path("status").asString("")),
                    word(body.has("flaw") ? body.path("flaw") : body.path("reason")),
                    instant(body.path("expiresAt").asString("")));
        } catch (JacksonException e) {
            return new Heard(at, name, null, null, null);
        }
    }

    private static @Nullable ChallengeStatus status(String word) {
        return Arrays.stream(ChallengeStatus.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String word(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Json.parseInstant(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
