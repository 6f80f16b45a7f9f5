/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.contracts.vocabulary.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The relying parties of the demo, in the form of any registry. */
final class DemoRegistry {

    private DemoRegistry() {}

    static void write(Path file, DemoSecrets secrets, List<String> acmes) {
        String yaml = """
                # The relying parties of this run. What is written here is taken over within two seconds.
                relying-parties:
                  acme:
                    name: Acme
                    keyword: ACME LOGIN
                    destination: "50500"
                    # Whatever route --config brings can be tried; nobody real should go below the default.
                    minimum-route-trust: T0
                    # Where its pages are: they may watch, and Uptext's page sends a browser back to them.
                    origins: [%s]
                    # It has a topic of its own, and GET /v1/events.
                    topic: true
                    # Whoever tries this out does so with one number; a site has the defaults.
                    limits:
                      creations-per-minute: 6000
                      creations-per-number: 1000
                    keys:
                      - id: acme
                        hash: "%s"
                    # Who comes with an access token, once uptext.challenge.oauth says whose tokens are taken.
                    oauth-clients:
                      - id: acme-backend
                        scopes: [create, read]
                  other:
                    name: The other site
                    keyword: OTHER
                    destination: "50500"
                    on-wrong-phone: deny
                    # It has no page of its own, and may be shown on Acme's.
                    origins: [%s]
                    limits:
                      creations-per-minute: 6000
                      creations-per-number: 1000
                    keys:
                      - id: other
                        hash: "%s"
                """.formatted(quoted(acmes), hash(secrets.acmeKey()), quoted(acmes), hash(secrets.otherKey()));
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry of the demo cannot be written", e);
        }
    }

    private static String quoted(List<String> origins) {
        return origins.stream().map(origin -> '"' + origin + '"').collect(Collectors.joining(", "));
    }

    private static String hash(String key) {
        return ApiKey.parse(key).orElseThrow().hash();
    }
}
