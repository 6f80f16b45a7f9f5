/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.chaos.load.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The registry of relying parties. */
final class PartiesFile {

    private PartiesFile() {}

    static Path write(Path file) {
        String parties = Arrays.stream(Party.values()).map(PartiesFile::entry).collect(Collectors.joining());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, "relying-parties:\n" + parties);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry cannot be written", e);
        }
    }

    private static String entry(Party party) {
        return """
                %1$s:
                  keyword: %2$s LOGIN
                  destination: "50500"
                  origins: ["%3$s"]
                  keys:
                    - id: %1$s
                      hash: "%4$s"
                """.formatted(party.id().value(), party.name(), party.origin(), party.key().hash())
                .indent(2);
    }
}
