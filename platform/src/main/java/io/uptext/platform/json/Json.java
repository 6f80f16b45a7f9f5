/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * The one JSON mapper: instants in UTC with milliseconds, absent instead of null, and strict in what it reads.
 *
 * <p>A key that stands twice is refused, since two readers could each believe another one, and so is a number where a text
 * belongs or a text where a number does: 0701234567 has lost its zero by then, and nobody can tell what 180 counts. Depth and
 * sizes are bounded far below Jackson's defaults of 500 levels and 20 MB strings.
 */
public final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_STRING = 64 * 1024;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 40;

    private static final int FORMATTED_LENGTH = "0000-00-00T00:00:00.000Z".length();
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;
    private static final int NANOS_PER_MILLISECOND = 1_000_000;

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Shared by all; it is immutable. */
    public static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        SimpleModule ours = new SimpleModule("uptext")
                .addSerializer(new Text<>(Instant.class, Json::format))
                // As their @JsonValue says, which each event would have looked up by reflection for each of them.
                .addSerializer(new Text<>(ChallengeCode.class, ChallengeCode::normal))
                .addSerializer(new Text<>(ConnectorId.class, ConnectorId::value))
                .addSerializer(new Text<>(Destination.class, Destination::address))
                .addSerializer(new Text<>(MessageId.class, MessageId::value))
                .addSerializer(new Text<>(Msisdn.class, Msisdn::e164))
                .addDeserializer(Duration.class, new Span());
        return JsonMapper.builder(factory)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(ours)
                .build();
    }

    /** ISO 8601 in UTC, always with three digits of a second. */
    public static String format(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            return MILLISECONDS.format(instant);
        }
        // What the formatter would write; each event has its time twice, and the formatter takes its time.
        byte[] text = "0000-00-00T00:00:00.000Z".getBytes(ISO_8859_1);
        put(utc.getYear(), 3, text);
        put(utc.getMonthValue(), 6, text);
        put(utc.getDayOfMonth(), 9, text);
        put(utc.getHour(), 12, text);
        put(utc.getMinute(), 15, text);
        put(utc.getSecond(), 18, text);
        put(utc.getNano() / NANOS_PER_MILLISECOND, 22, text);
        return new String(text, ISO_8859_1);
    }

    /**
     * Reads what {@link #format} writes, and whatever else ISO 8601 allows.
     *
     * @throws DateTimeException if it is no instant
     */
    public static Instant parseInstant(String text) {
        if (text.length() == FORMATTED_LENGTH && text.charAt(FORMATTED_LENGTH - 1) == 'Z') {
            int year = digits(text, 0, '-', 4);
            int month = digits(text, 5, '-', 7);
            int day = digits(text, 8, 'T', 10);
            int hour = digits(text, 11, ':', 13);
            int minute = digits(text, 14, ':', 16);
            int second = digits(text, 17, '.', 19);
            int millisecond = digits(text, 20, 'Z', 23);
            int least = Math.min(
                    Math.min(Math.min(year, month), Math.min(day, hour)),
                    Math.min(Math.min(minute, second), millisecond));
            if (least >= 0) {
                return OffsetDateTime.of(
                                year,
                                month,
                                day,
                                hour,
                                minute,
                                second,
                                millisecond * NANOS_PER_MILLISECOND,
                                ZoneOffset.UTC)
                        .toInstant();
            }
        }
        return Instant.parse(text);
    }

    /** The number that ends at {@code end}, where {@code mark} stands; -1 if there is none. */
    private static int digits(String text, int start, char mark, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return text.charAt(end) == mark ? number : -1;
    }

    /** Writes a number over zeros, so that it ends at {@code last}. */
    private static void put(int number, int last, byte[] text) {
        int at = last;
        for (int left = number; left > 0; left /= 10) {
            text[at--] += (byte) (left % 10);
        }
    }

    /** In ISO 8601; Jackson would take bare numbers for seconds. */
    private static final class Span extends StdDeserializer<Duration> {

        Span() {
            super(Duration.class);
        }

        @Override
        public @Nullable Duration deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (Duration) context.handleUnexpectedToken(Duration.class, json);
            }
            String text = json.getString();
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                return (Duration) context.handleWeirdStringValue(Duration.class, text, "no duration of ISO 8601");
            }
        }
    }

    private static final class Text<T> extends StdSerializer<T> {

        private final Function<T, String> spelling;

        Text(Class<T> type, Function<T, String> spelling) {
            super(type);
            this.spelling = spelling;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(spelling.apply(value));
        }
    }
}
