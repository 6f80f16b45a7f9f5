/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import io.uptext.challenge.party.RelyingParty.Mode;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.platform.file.InvalidFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the registry of relying parties (docs/registry.md has its form), and finds all that is wrong with it at once. */
public final class RegistryReading {

    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9]+( [A-Z0-9]+)*");
    private static final int LONGEST_KEYWORD = 40;
    private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]+( [\\p{L}\\p{N}\\p{P}\\p{S}]+)*");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_KEYS = 10;
    private static final String PROBE = "7KQ4M2XHC";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, RelyingParties.Key> byKeyId = new HashMap<>();
    private final Map<String, Caller> byClientId = new HashMap<>();
    private final Map<String, String> byHash = new HashMap<>();
    private final Map<String, String> byText = new HashMap<>();

    private RegistryReading() {}

    /**
     * Reads a registry.
     *
     * @throws InvalidFileException with everything that is wrong with it
     */
    public static RelyingParties read(byte[] yaml) throws InvalidFileException {
        RegistryReading reading = new RegistryReading();
        reading.root(tree(yaml));
        if (!reading.mistakes.isEmpty()) {
            throw new InvalidFileException(reading.mistakes);
        }
        return new RelyingParties(reading.byKeyId, reading.byClientId);
    }

    private static JsonNode tree(byte[] yaml) throws InvalidFileException {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            // Not what it quotes, which may be a hash.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidFileException(
                    List.of("this is no YAML, or a setting stands twice" + (line > 0 ? ", at line " + line : "")));
        }
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
        String id = section.path().substring(section.path().indexOf('.') + 1);
        Optional<RelyingPartyId> partyId = id(section, id);
        Optional<String> keyword = section.required("keyword").filter(text -> isKeyword(section, text));
        Optional<Destination> destination = section.required("destination").flatMap(text -> destination(section, text));
        String name = section.text("name").filter(text -> isName(section, text)).orElse(id);
        Mode mode = section.oneOf("mode", text -> constant(Mode.class, text), "bound, open or either", Mode.EITHER);
        RouteTrust trust = section.oneOf(
                "minimum-route-trust",
                text -> constant(RouteTrust.class, text)
                        .filter(each -> each.name().equals(text)),
                "T0, T1, T2 or T3",
                RouteTrust.T2);
        WrongPhonePolicy onWrongPhone = section.oneOf(
                "on-wrong-phone",
                text -> constant(WrongPhonePolicy.class, text),
                "report or deny",
                WrongPhonePolicy.REPORT);
        ValidityPolicy validity = validity(section.section("validity"));
        keyword.ifPresent(word -> destination.ifPresent(to -> {
            @Nullable String other = byText.put(to.address() + " " + word, id);
            if (other != null) {
                section.wrong(
                        "keyword",
                        "is that of " + other + " too, at the same destination: people could not tell them apart");
            }
        }));
        if (partyId.isPresent() && keyword.isPresent() && destination.isPresent()) {
            RelyingParty party = new RelyingParty(
                    partyId.get(), name, keyword.get(), destination.get(), mode, trust, onWrongPhone, validity);
            keys(section, party);
            clients(section, party);
            if (!section.has("keys") && !section.has("oauth-clients")) {
                section.wrong(
                        "keys", "is missing, and so is oauth-clients: nobody could ask; ./uptext keys new makes a key");
            }
        } else {
            section.list("keys");
            section.list("oauth-clients");
        }
        section.end();
    }

    private static Optional<RelyingPartyId> id(Section section, String id) {
        try {
            return Optional.of(new RelyingPartyId(id));
        } catch (IllegalArgumentException e) {
            section.wrong("", "must be named by 1 to 40 lower-case letters, digits and inner dashes");
            return Optional.empty();
        }
    }

    private static boolean isKeyword(Section section, String keyword) {
        if (!KEYWORD.matcher(keyword).matches() || keyword.length() > LONGEST_KEYWORD) {
            section.wrong("keyword", "must be 1 to 40 upper-case letters, digits and single spaces: " + keyword);
            return false;
        }
        boolean readable = ChallengeCode.parse(keyword + " " + PROBE)
                .map(code -> code.normal().equals(PROBE))
                .orElse(false);
        if (!readable || ChallengeCode.parse(keyword).isPresent()) {
            section.wrong("keyword", "looks like a code, or is one that carriers act upon: " + keyword);
            return false;
        }
        return true;
    }

    private static boolean isName(Section section, String name) {
        boolean is = name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
        if (!is) {
            section.wrong("name", "must be 1 to 40 characters that can be seen, with single spaces between them");
        }
        return is;
    }

    private static Optional<Destination> destination(Section section, String spelled) {
        try {
            return Optional.of(Destination.parse(spelled));
        } catch (IllegalArgumentException e) {
            section.wrong(
                    "destination", "must be a short code of 3 to 8 digits or an E.164 number, in quotes: " + spelled);
            return Optional.empty();
        }
    }

    private static ValidityPolicy validity(Section section) {
        ValidityPolicy otherwise = ValidityPolicy.DEFAULT;
        var shortest = section.duration("shortest", otherwise.shortest());
        var longest = section.duration("longest", otherwise.longest());
        var between = otherwise.usual().compareTo(longest) > 0 ? longest : otherwise.usual();
        var usual = section.duration("default", between.compareTo(shortest) < 0 ? shortest : between);
        section.end();
        try {
            return new ValidityPolicy(shortest, usual, longest);
        } catch (IllegalArgumentException e) {
            section.wrong("default", "does not fit: " + e.getMessage());
            return otherwise;
        }
    }

    private void keys(Section section, RelyingParty party) {
        List<Section> keys = section.list("keys");
        if (section.has("keys") && (keys.isEmpty() || keys.size() > MOST_KEYS)) {
            section.wrong("keys", "must have 1 to " + MOST_KEYS + " entries; ./uptext keys new makes one");
        }
        for (Section key : keys) {
            Optional<String> id = key.required("id");
            Optional<String> hash = key.required("hash");
            if (id.filter(text -> !KEY_ID.matcher(text).matches()).isPresent()) {
                key.wrong(
                        "id", "must be what stands between the underscores of the key: lower-case letters and digits");
            }
            if (hash.filter(text -> !HASH.matcher(text).matches()).isPresent()) {
                key.wrong("hash", "must be the SHA-256 of the key, in 64 lower-case hexadecimal digits");
            }
            Set<Scope> scopes = scopes(key);
            key.end();
            if (id.isPresent() && hash.isPresent()) {
                if (byKeyId.put(id.get(), new RelyingParties.Key(party, hash.get(), scopes)) != null) {
                    key.wrong("id", "is that of another key too");
                }
                if (byHash.put(hash.get(), id.get()) != null) {
                    key.wrong("hash", "is that of another key too");
                }
            }
        }
    }

    private void clients(Section section, RelyingParty party) {
        for (Section client : section.list("oauth-clients")) {
            Optional<String> id = client.required("id");
            Set<Scope> scopes = scopes(client);
            client.end();
            if (id.isPresent() && byClientId.put(id.get(), new Caller(party, scopes)) != null) {
                client.wrong("id", "is that of another client too");
            }
        }
    }

    private static Set<Scope> scopes(Section key) {
        if (!key.has("scopes")) {
            return EnumSet.allOf(Scope.class);
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : key.texts("scopes")) {
            Scope.of(word)
                    .ifPresentOrElse(
                            scopes::add,
                            () -> key.wrong(
                                    "scopes",
                                    "has one that there is not: " + word + "; there are "
                                            + String.join(
                                                    ", ",
                                                    Arrays.stream(Scope.values())
                                                            .map(Scope::word)
                                                            .toList())));
        }
        return scopes;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
