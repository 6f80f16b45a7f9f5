/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.uptext.contracts.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published resources of this module, as a reader in another language finds them. */
final class Published {

    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .build();

    private static final YAMLMapper YAML = new YAMLMapper();

    private Published() {}

    static JsonNode schema(EventType type) {
        return JSON.readTree(read("/uptext/schemas/" + type.type() + ".json"));
    }

    static JsonNode json(String resource) {
        return JSON.readTree(read(resource));
    }

    static JsonNode asyncApi() {
        return YAML.readTree(read("/uptext/asyncapi.yaml"));
    }

    static boolean exists(String resource) {
        return Published.class.getResource(resource) != null;
    }

    /** The names of the files in a folder, in order. */
    static List<String> files(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(
                Objects.requireNonNull(Published.class.getResource(folder)).toURI());
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static List<Sample> samples() throws IOException, URISyntaxException {
        return files("/uptext/samples").stream().map(Sample::of).toList();
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Published.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A golden sample: {@code <type>.json}, or {@code <type>.<variant>.json}. */
    record Sample(String file, EventType type, JsonNode json) {

        static Sample of(String file) {
            EventType type = Stream.of(EventType.values())
                    .filter(candidate -> file.startsWith(candidate.type() + "."))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(file + " is of no known type"));
            return new Sample(file, type, JSON.readTree(read("/uptext/samples/" + file)));
        }

        Event event() {
            return JSON.treeToValue(json, type.event());
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
