/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The one JSON mapper: instants in UTC with milliseconds, absent instead of null, and strict in what it reads.
 *
 * <p>A key that stands twice is refused, since two readers could each believe another one; depth and sizes are bounded
 * far below Jackson's defaults of 500 levels and 20 MB strings.
 */
public final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_STRING = 64 * 1024;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 40;

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
        SimpleModule times = new SimpleModule("uptext-times").addSerializer(new MillisecondInstants());
        return JsonMapper.builder(factory)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(times)
                .build();
    }

    /** ISO 8601 in UTC, always with three digits of a second. */
    public static String format(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static final class MillisecondInstants extends StdSerializer<Instant> {

        MillisecondInstants() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(format(instant));
        }
    }
}
