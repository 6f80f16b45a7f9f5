/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.RawRequest;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All vectors of MessageBird's own libraries. The resource names where they are from. */
class MessageBirdVectorTests {

    record File(String source, String secret, OffsetDateTime timestamp, List<Vector> vectors) {}

    record Vector(
            String name,
            List<String> methods,
            URI url,
            @Nullable String payload,
            String token,
            boolean valid) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final File FILE = file();

    private final MessageBirdDoor door = new MessageBirdDoor();

    private static File file() {
        try (InputStream stream = MessageBirdVectorTests.class.getResourceAsStream("vectors.json")) {
            return Json.MAPPER.readValue(Objects.requireNonNull(stream), File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Vector> vectors() {
        return FILE.vectors().stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorIsGenuineIfItIsValid(Vector vector) {
        for (String method : vector.methods()) {
            Authenticity authenticity = door.authenticate(request(vector, method), connector(vector));
            assertThat(authenticity instanceof Authenticity.Genuine)
                    .as("%s with %s: %s", vector.name(), method, authenticity)
                    .isEqualTo(vector.valid());
        }
    }

    @Test
    void thereAreAsManyAsInTheSource() {
        assertThat(vectors().flatMap(vector -> vector.methods().stream())).hasSize(44);
    }

    private static RawRequest request(Vector vector, String method) {
        return new RawRequest(
                method,
                name -> name.equalsIgnoreCase("MessageBird-Signature-JWT") ? List.of(vector.token()) : List.of(),
                vector.url().getRawQuery(),
                Objects.requireNonNullElse(vector.payload(), "").getBytes(UTF_8),
                FILE.timestamp().toInstant(),
                Set.of());
    }

    private Connector connector(Vector vector) {
        String url = vector.url().toString();
        int query = url.indexOf('?');
        return Connectors.of(door)
                .secrets(FILE.secret())
                .publicUrl(query < 0 ? url : url.substring(0, query))
                .build();
    }
}
