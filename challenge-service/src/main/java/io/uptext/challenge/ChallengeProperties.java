/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import io.uptext.challenge.party.RelyingParties;
import io.uptext.challenge.party.RelyingParty;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may create challenges, and what they look like.
 *
 * @param pepper the secret behind code keys, at least 32 random bytes in base64, the same in every service
 * @param watchUrl where browsers watch, the notifier's public address
 * @param relyingParties by name
 */
@ConfigurationProperties("uptext.challenge")
public record ChallengeProperties(String pepper, URI watchUrl, Map<String, Party> relyingParties) {

    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9]+( [A-Z0-9]+)*");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_KEYWORD = 40;
    private static final String PROBE = "7KQ4M2XHC";

    public ChallengeProperties {
        require(pepper, "uptext.challenge.pepper is missing: 32 random bytes in base64, the same in every service");
        require(watchUrl, "uptext.challenge.watch-url is missing: the notifier's public address");
        require(relyingParties, "uptext.challenge.relying-parties is missing: nobody could create a challenge");
    }

    /**
     * One relying party.
     *
     * @param keyword 1 to 40 upper-case letters, digits and single spaces; it must not look like a code or a carrier's
     *     keyword
     * @param destination the short code or number to text
     * @param minimumRouteTrust the weakest route that may confirm
     * @param onWrongPhone {@code report} an attempt from a phone that was not asked, or {@code deny} the challenge then
     * @param keyHashes SHA-256 of its API keys in hexadecimal; two during a rotation
     */
    public record Party(
            String keyword,
            String destination,
            @DefaultValue("T2") RouteTrust minimumRouteTrust,
            @DefaultValue("report") WrongPhonePolicy onWrongPhone,
            List<String> keyHashes) {

        public Party {
            require(keyword, "a relying party needs a keyword");
            require(destination, "a relying party needs a destination");
            require(keyHashes, "a relying party needs key-hashes");
            if (!KEYWORD.matcher(keyword).matches() || keyword.length() > LONGEST_KEYWORD) {
                throw new IllegalArgumentException(
                        "a keyword is 1 to 40 upper-case letters, digits and single spaces: " + keyword);
            }
            boolean readable = ChallengeCode.parse(keyword + " " + PROBE)
                    .map(code -> code.normal().equals(PROBE))
                    .orElse(false);
            if (!readable || ChallengeCode.parse(keyword).isPresent()) {
                throw new IllegalArgumentException(
                        "this keyword looks like a code, or is one that carriers act upon: " + keyword);
            }
            if (keyHashes.isEmpty()
                    || !keyHashes.stream().allMatch(hash -> HASH.matcher(hash).matches())) {
                throw new IllegalArgumentException("key-hashes are SHA-256 in 64 lower-case hexadecimal digits");
            }
        }
    }

    RelyingParties parties() {
        Map<String, RelyingParty> byHash = new HashMap<>();
        relyingParties.forEach((name, party) -> {
            RelyingParty relyingParty = new RelyingParty(
                    new RelyingPartyId(name),
                    party.keyword(),
                    Destination.parse(party.destination()),
                    party.minimumRouteTrust(),
                    party.onWrongPhone());
            for (String hash : party.keyHashes()) {
                if (byHash.put(hash, relyingParty) != null) {
                    throw new IllegalArgumentException("two relying parties have the same API key");
                }
            }
        });
        return new RelyingParties(byHash);
    }

    private static void require(@Nullable Object value, String sentence) {
        if (value == null) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
