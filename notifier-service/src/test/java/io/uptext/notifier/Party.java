/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.topic.PartyTopic;
import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.file.InvalidFileException;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A relying party as a test has it in a registry.
 *
 * @param settings more lines of its section
 * @param scopes of its key, as the registry has them; empty for all
 */
public record Party(String name, ApiKey key, String settings, String scopes) {

    /** One with a topic of its own. */
    public static Party withTopic(String name) {
        return of(name, "topic: true");
    }

    /** One with settings. */
    public static Party of(String name, String settings) {
        return new Party(name, ApiKey.random(new SecureRandom()), settings, "");
    }

    /** The same with a key that may do only this. */
    public Party onlyFor(String scopes) {
        return new Party(name, key, settings, scopes);
    }

    /** Its topic's name. */
    public String topic() {
        return new PartyTopic(new RelyingPartyId(name)).topicName();
    }

    /** As a registry's file. */
    public static String yaml(List<Party> parties) {
        return "relying-parties:\n" + parties.stream().map(Party::yaml).collect(Collectors.joining());
    }

    /** As a registry. */
    public static RelyingParties registry(List<Party> parties) {
        try {
            return RegistryReading.read(yaml(parties).getBytes(UTF_8));
        } catch (InvalidFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private String yaml() {
        String scoped = scopes.isEmpty() ? "" : "\n        scopes: [" + scopes + "]";
        return """
                  %s:
                    keyword: %s
                    destination: "50500"
                    keys:
                      - id: "%s"
                        hash: "%s"%s
                %s""".formatted(
                        name,
                        name.toUpperCase(java.util.Locale.ROOT).replace('-', ' '),
                        key.id(),
                        key.hash(),
                        scoped,
                        settings.isEmpty() ? "" : settings.indent(4));
    }
}
