/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.platform.file.InvalidFileException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of settings in YAML, in which none may stand twice. */
public final class YamlFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlFile() {}

    /**
     * Reads one.
     *
     * @throws InvalidFileException if it is none, with the line and nothing that stands there
     */
    public static JsonNode read(byte[] yaml) throws InvalidFileException {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            // Not what it quotes, which may be a hash or a secret.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidFileException(
                    List.of("this is no YAML, or a setting stands twice" + (line > 0 ? ", at line " + line : "")));
        }
    }
}
