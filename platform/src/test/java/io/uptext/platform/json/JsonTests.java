/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class JsonTests {

    private record Note(
            @Nullable String word,
            @Nullable Instant at,
            @Nullable Duration lasts,
            @Nullable Map<String, String> words,
            @Nullable Integer count,
            @Nullable Boolean sure) {

        Note(@Nullable String word, @Nullable Instant at, @Nullable Duration lasts) {
            this(word, at, lasts, null, null, null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:00:00Z, 2026-11-24T08:00:00.000Z",
        "2026-11-24T08:00:00.1Z, 2026-11-24T08:00:00.100Z",
        "2026-11-24T08:00:00.123456789Z, 2026-11-24T08:00:00.123Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0007-02-03T04:05:06.009Z, 0007-02-03T04:05:06.009Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00.000Z",
        "-0001-01-01T00:00:00Z, -0001-01-01T00:00:00.000Z",
    })
    void instantsAreInUtcWithThreeDecimals(Instant instant, String written) {
        assertThat(Json.format(instant)).isEqualTo(written);
        assertThat(Json.MAPPER.writeValueAsString(new Note(null, instant, null)))
                .isEqualTo("{\"at\":\"" + written + "\"}");
    }

    static Stream<Object> values() {
        return Stream.of(
                ChallengeCode.random(new Random(1)),
                new ConnectorId("acme-twilio"),
                new Destination("50500"),
                MessageId.of(new ConnectorId("acme-twilio"), "SM1"),
                Msisdn.ofE164("+46701234567"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsWrittenAsItsAnnotationSays(Object value) {
        assertThat(Json.MAPPER.writeValueAsString(value)).isEqualTo(new JsonMapper().writeValueAsString(value));
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(value), value.getClass()))
                .isEqualTo(value);
    }

    @Test
    void whatIsAbsentIsNotWritten() {
        assertThat(Json.MAPPER.writeValueAsString(new Note(null, null, null))).isEqualTo("{}");
    }

    @Test
    void aFieldOfTheFutureIsPassedOver() {
        assertThat(Json.MAPPER.readValue("{\"word\":\"a\",\"new\":[1]}", Note.class))
                .isEqualTo(new Note("a", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T08:00:21.417Z",
                "0001-01-01T00:00:00.000Z",
                "9999-12-31T23:59:59.999Z",
                "2024-02-29T12:00:00.000Z",
                "2026-11-24T08:00:21Z",
                "2026-11-24T08:00:21.4Z",
                "2026-11-24T08:00:21.417123Z",
                "2026-11-24T09:00:21.41+01:00",
                "-001-11-24T08:00:21.417Z"
            })
    void anInstantIsReadAsIso8601Says(String text) {
        assertThat(read(text)).isEqualTo(expected(text));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Json.parseInstant(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> expected(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void durationsAreReadInIso8601() {
        assertThat(Json.MAPPER.readValue("{\"lasts\":\"PT3M\"}", Note.class))
                .isEqualTo(new Note(null, null, Duration.ofMinutes(3)));
    }

    static Stream<String> refused() {
        return Stream.of(
                "",
                "{",
                "{\"word\":\"a\"} {}",
                "{\"word\":\"a\"}x",
                "{\"word\":\"a\",\"word\":\"b\"}",
                "{\"other\":{\"a\":1,\"a\":2}}",
                "{'word':'a'}",
                "{word:\"a\"}",
                "{\"word\":\"a\",}",
                "// comment\n{}",
                "{\"other\":NaN}",
                "{\"other\":01}",
                "{\"word\":\"a\nb\"}",
                "{\"other\":" + "[".repeat(21) + "]".repeat(21) + "}",
                "{\"word\":\"" + "a".repeat(64 * 1024 + 1) + "\"}",
                "{\"" + "a".repeat(50_000) + "\":1}",
                "{\"other\":" + "1".repeat(41) + "}",
                "{\"at\":\"yesterday\"}",
                "{\"lasts\":\"a while\"}",
                "{\"lasts\":\"PT99999999999999999999H\"}");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotStrictlyJsonIsRefused(String json) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Json.MAPPER.readValue(json, Note.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"word\":46701234567",
                "\"word\":1.5",
                "\"word\":true",
                "\"words\":{\"a\":1}",
                "\"words\":{\"a\":false}",
                "\"lasts\":180",
                "\"lasts\":180.5",
                "\"lasts\":true",
                "\"lasts\":[\"PT3M\"]",
                "\"count\":\"1\"",
                "\"count\":true",
                "\"sure\":\"true\"",
                "\"sure\":1",
            })
    void oneKindOfValueIsNotTakenForAnother(String field) {
        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() -> Json.MAPPER.readValue("{" + field + "}", Note.class));
    }
}
