/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.file.InvalidFileException;
import io.uptext.registry.Section;
import io.uptext.registry.Webhook;
import io.uptext.registry.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the file of webhook secrets (docs/webhooks.md has its form), and finds all that is wrong with it at once. */
final class SecretsReading {

    private static final String ROOT = "webhook-secrets";

    private static final Pattern KEY = Pattern.compile("(?i)(wh(?:sec|sk)_)[a-z0-9+/=_-]+");

    /** Two of a kind, the old one and the new one. */
    private static final int MOST_OF_A_KIND = 2;

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, SigningKeys> byName = new HashMap<>();
    private final Set<SigningKey> seen = new HashSet<>();

    private SecretsReading() {}

    /**
     * Reads one.
     *
     * @throws InvalidFileException with everything that is wrong with it, and no key
     */
    static WebhookSecrets read(byte[] yaml) throws InvalidFileException {
        SecretsReading reading = new SecretsReading();
        Section root = Section.of(YamlFile.read(yaml), "", reading.mistakes);
        if (!root.has(ROOT)) {
            root.wrong(ROOT, "is missing; where there are none yet, write {} behind it");
        }
        Section parties = root.section(ROOT);
        parties.names().forEach(party -> reading.party(parties, party));
        root.end();
        if (!reading.mistakes.isEmpty()) {
            throw new InvalidFileException(
                    reading.mistakes.stream().map(SecretsReading::masked).toList());
        }
        return new WebhookSecrets(reading.byName);
    }

    /** Sentences name settings, and a key that stands in the wrong line is the name of one. */
    private static String masked(String sentence) {
        return KEY.matcher(sentence).replaceAll("$1***");
    }

    private void party(Section parties, String party) {
        if (!isParty(party)) {
            parties.wrong(party, "must be the name of a relying party of the registry");
            return;
        }
        Section webhooks = parties.section(party);
        if (!parties.has(party)) {
            parties.wrong(party, "must have webhooks of the registry, by their ids");
        }
        webhooks.names().forEach(id -> webhook(webhooks, party, id));
    }

    private static boolean isParty(String name) {
        try {
            return !new RelyingPartyId(name).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void webhook(Section webhooks, String party, String id) {
        if (!Webhook.isId(id)) {
            webhooks.wrong(id, "must be the id of a webhook of the registry");
            return;
        }
        List<SigningKey> keys = keys(webhooks, id, webhooks.texts(id));
        if (keys.isEmpty()) {
            return;
        }
        byName.put(party + "/" + id, new SigningKeys(keys));
        long shared = keys.stream().filter(SigningKey.Shared.class::isInstance).count();
        if (shared > MOST_OF_A_KIND || keys.size() - shared > MOST_OF_A_KIND) {
            webhooks.wrong(id, "must have two keys of a kind at most, the old one and the new one");
        }
    }

    private List<SigningKey> keys(Section webhooks, String id, List<String> texts) {
        if (texts.isEmpty()) {
            webhooks.wrong(id, "must be a list of one key or more; ./uptext keys webhook makes one");
        }
        List<SigningKey> keys = new ArrayList<>();
        for (String text : texts) {
            try {
                SigningKey key = SigningKey.parse(text);
                if (!seen.add(key)) {
                    webhooks.wrong(id, "has a key that stands in this file already: each is for one webhook");
                }
                keys.add(key);
            } catch (IllegalArgumentException e) {
                webhooks.wrong(id, Objects.requireNonNull(e.getMessage()));
            }
        }
        return keys;
    }
}
