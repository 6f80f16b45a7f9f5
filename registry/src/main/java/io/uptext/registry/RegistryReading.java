/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.platform.file.InvalidFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the registry of relying parties (docs/registry.md has its form), and finds all that is wrong with it at once. */
public final class RegistryReading {

    private final List<String> mistakes = new ArrayList<>();
    private final KeysReading keys = new KeysReading();
    private final ClientsReading clients = new ClientsReading();
    private final Map<String, String> byText = new HashMap<>();

    private RegistryReading() {}

    /**
     * Reads a registry.
     *
     * @throws InvalidFileException with everything that is wrong with it
     */
    public static RelyingParties read(byte[] yaml) throws InvalidFileException {
        RegistryReading reading = new RegistryReading();
        reading.root(YamlFile.read(yaml));
        if (!reading.mistakes.isEmpty()) {
            throw new InvalidFileException(reading.mistakes);
        }
        return new RelyingParties(reading.keys.byId(), reading.clients.byId());
    }

    private void root(JsonNode tree) {
        Section root = Section.of(tree, "", mistakes);
        List<Section> parties = root.sections("relying-parties");
        if (parties.isEmpty() && mistakes.isEmpty()) {
            root.wrong("relying-parties", "is missing or empty: nobody could create a challenge");
        }
        parties.forEach(this::party);
        root.end();
    }

    private void party(Section section) {
        Optional<RelyingParty> party = PartyReading.read(section);
        party.ifPresent(each -> textIsItsOwn(section, each));
        keys.read(section, party);
        clients.read(section, party);
        if (!section.has("keys") && !section.has("oauth-clients")) {
            section.wrong(
                    "keys", "is missing, and so is oauth-clients: nobody could ask; ./uptext keys new makes a key");
        }
        section.end();
    }

    private void textIsItsOwn(Section section, RelyingParty party) {
        String text = party.destination().address() + " " + party.keyword();
        @Nullable String other = byText.put(text, party.id().value());
        if (other != null) {
            section.wrong(
                    "keyword",
                    "is that of " + other + " too, at the same destination: people could not tell them apart");
        }
    }
}
