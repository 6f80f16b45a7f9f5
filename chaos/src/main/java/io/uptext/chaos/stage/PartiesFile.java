/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.chaos.load.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of relying parties: the registry, and the secrets of their webhooks. */
final class PartiesFile {

    private PartiesFile() {}

    static Path registry(Path file, Map<Party, URI> webhooks) {
        return write(
                file,
                "relying-parties:\n"
                        + Arrays.stream(Party.values())
                                .map(party -> entry(party) + webhook(webhooks.get(party)))
                                .collect(Collectors.joining()));
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
            """.formatted(
                party.id().value(), party.name(), party.origin(), party.key().hash());
    }

    private static String webhook(@Nullable URI url) {
        return url == null ? "" : """
                webhooks:
                  - id: outcomes
                    url: "%s"
            """.formatted(url);
    }

    static Path secrets(Path file) {
        return write(
                file,
                "webhook-secrets:\n"
                        + Arrays.stream(Party.values())
                                .map(party -> """
                                      %s:
                                        outcomes: ["%s"]
                                    """.formatted(party.id().value(), party.webhookSecret()))
                                .collect(Collectors.joining()));
    }

    private static Path write(Path file, String yaml) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, yaml).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of relying parties cannot be written", e);
        }
    }
}
