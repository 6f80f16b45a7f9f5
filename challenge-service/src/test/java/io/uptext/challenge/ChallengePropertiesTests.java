/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.challenge.party.RelyingParties;
import io.uptext.challenge.party.RelyingParty;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A wrong configuration fails at the start, with a sentence that names the key and no secret. */
class ChallengePropertiesTests {

    private static final String PEPPER = "c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==";
    private static final String PARTIES = "uptext.challenge.relying-parties.";
    private static final String ACME = PARTIES + "acme.";
    private static final String API_KEY = "upk_one";

    private final Map<String, String> keys = new HashMap<>(Map.of(
            "uptext.challenge.pepper",
            PEPPER,
            "uptext.challenge.watch-url",
            "https://sms.example.com/v1/watch",
            ACME + "keyword",
            "ACME LOGIN",
            ACME + "destination",
            "50500",
            ACME + "key-hashes[0]",
            RelyingParties.hash(API_KEY)));

    @Test
    void aRelyingPartyIsReadFromItsKeys() {
        ChallengeProperties properties = read();
        assertThat(properties.pepper()).isEqualTo(PEPPER);
        assertThat(properties.watchUrl()).isEqualTo(URI.create("https://sms.example.com/v1/watch"));
        assertThat(properties.parties().authenticate(API_KEY))
                .contains(new RelyingParty(
                        new RelyingPartyId("acme"),
                        "ACME LOGIN",
                        new Destination("50500"),
                        RouteTrust.T2,
                        WrongPhonePolicy.REPORT));
        assertThat(properties.parties().authenticate("upk_two")).isEmpty();
        assertThat(properties.parties().authenticate("")).isEmpty();
    }

    @Test
    void aRelyingPartyMayWantAChallengeToEndWhenAnotherPhoneAnswersIt() {
        keys.put(ACME + "on-wrong-phone", "deny");
        assertThat(read().parties().authenticate(API_KEY).orElseThrow().onWrongPhone())
                .isEqualTo(WrongPhonePolicy.DENY);
    }

    @Test
    void bothKeysOfARotationAuthenticate() {
        keys.put(ACME + "key-hashes[1]", RelyingParties.hash("upk_two"));
        RelyingParties parties = read().parties();
        assertThat(parties.authenticate(API_KEY)).isPresent().isEqualTo(parties.authenticate("upk_two"));
    }

    @ParameterizedTest
    @CsvSource({
        "uptext.challenge.pepper, uptext.challenge.pepper is missing",
        "uptext.challenge.watch-url, uptext.challenge.watch-url is missing",
        "uptext.challenge.relying-parties.acme.keyword, a relying party needs a keyword",
        "uptext.challenge.relying-parties.acme.destination, a relying party needs a destination",
        "uptext.challenge.relying-parties.acme.key-hashes[0], a relying party needs key-hashes",
    })
    void aMissingKeyIsNamed(String key, String sentence) {
        keys.remove(key);
        assertThatThrownBy(this::read).rootCause().hasMessageStartingWith(sentence);
    }

    @Test
    void somebodyMustBeAbleToAsk() {
        keys.keySet().removeIf(key -> key.startsWith(PARTIES));
        assertThatThrownBy(this::read)
                .rootCause()
                .hasMessageStartingWith("uptext.challenge.relying-parties is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ACME  LOGIN", "ACME-LOGIN", "ACM\u00c9", "AC\u041cE", "ACME\nLOGIN"})
    void aKeywordIsUpperCaseLettersDigitsAndSingleSpaces(String keyword) {
        keys.put(ACME + "keyword", keyword);
        assertThatThrownBy(this::read)
                .rootCause()
                .hasMessage("a keyword is 1 to 40 upper-case letters, digits and single spaces: " + keyword);
    }

    @Test
    void aKeywordHasAtMostFortyCharacters() {
        keys.put(ACME + "keyword", "LONG ".repeat(8).strip() + "S");
        assertThat(read().relyingParties()).hasSize(1);
        keys.put(ACME + "keyword", "LONG ".repeat(8) + "S");
        assertThatThrownBy(this::read).rootCause().hasMessageStartingWith("a keyword is 1 to 40");
    }

    /** The last ones are the code of all our examples, which must not pass for being the one that is tried. */
    @ParameterizedTest
    @ValueSource(strings = {"STOP", "STOP ACME", "HELP", "7KQ4M2XHC", "ACME 7KQ4 M2XH C"})
    void aKeywordIsNeitherACodeNorACarriersKeyword(String keyword) {
        keys.put(ACME + "keyword", keyword);
        assertThatThrownBy(this::read)
                .rootCause()
                .hasMessageStartingWith("this keyword looks like a code, or is one that carriers act upon: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upk_one", "AB", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
    void aKeyHashIsSha256InHexadecimal(String hash) {
        keys.put(ACME + "key-hashes[0]", hash);
        assertThatThrownBy(this::read)
                .rootCause()
                .hasMessage("key-hashes are SHA-256 in 64 lower-case hexadecimal digits");
    }

    @Test
    void noTwoPartiesHaveTheSameKey() {
        keys.put(PARTIES + "other.keyword", "OTHER");
        keys.put(PARTIES + "other.destination", "50500");
        keys.put(PARTIES + "other.key-hashes[0]", RelyingParties.hash(API_KEY));
        assertThatThrownBy(read()::parties).hasMessage("two relying parties have the same API key");
    }

    @Test
    void aDestinationIsAShortCodeOrANumber() {
        keys.put(ACME + "destination", "12");
        assertThatThrownBy(read()::parties).hasMessageStartingWith("not a destination");
    }

    private ChallengeProperties read() {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("uptext.challenge", ChallengeProperties.class);
    }
}
