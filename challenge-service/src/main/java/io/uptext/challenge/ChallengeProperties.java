/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import io.uptext.challenge.http.BrowserAddresses;
import io.uptext.challenge.page.SmsLinkForm;
import io.uptext.registry.WebOrigin;
import io.uptext.registry.oauth.OAuth;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the challenge service needs to know.
 *
 * @param pepper the secret behind code keys, at least 32 random bytes in base64, the same in every service
 * @param watchUrl where browsers watch, the notifier's public address
 * @param issuer in whose name proofs are signed: an address of ours that relying parties know
 * @param proofKeys the file of the keys that sign proofs; docs/api/proofs.md has its form
 * @param registry the file of relying parties; docs/registry.md has its form
 * @param pageUrl the origin of the hosted page, by which browsers reach this service; absent where it has none
 * @param pageSmsLink which form the hosted page's {@code sms:} link has; fitting the browser where absent
 * @param oauth whose access tokens are taken beside API keys; absent where none are
 */
@ConfigurationProperties("uptext.challenge")
public record ChallengeProperties(
        String pepper,
        URI watchUrl,
        URI issuer,
        Path proofKeys,
        Path registry,
        @Nullable URI pageUrl,
        @DefaultValue("auto") SmsLinkForm pageSmsLink,
        @Nullable OAuth oauth) {

    public ChallengeProperties {
        require(pepper, "uptext.challenge.pepper is missing: 32 random bytes in base64, the same in every service");
        require(watchUrl, "uptext.challenge.watch-url is missing: the notifier's public address");
        require(
                issuer,
                "uptext.challenge.issuer is missing: an address of ours, which proofs are signed in the name of");
        require(proofKeys, "uptext.challenge.proof-keys is missing: the file of keys, ./uptext keys proof makes one");
        require(registry, "uptext.challenge.registry is missing: the file of relying parties, see docs/registry.md");
        if (pageUrl != null) {
            origin(pageUrl);
        }
    }

    /** Where browsers go. */
    BrowserAddresses addresses() {
        return new BrowserAddresses(watchUrl, pageUrl == null ? null : origin(pageUrl));
    }

    private static WebOrigin origin(URI pageUrl) {
        try {
            return new WebOrigin(pageUrl.toString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("uptext.challenge.page-url " + e.getMessage(), e);
        }
    }

    private static void require(@Nullable Object value, String sentence) {
        if (value == null) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
