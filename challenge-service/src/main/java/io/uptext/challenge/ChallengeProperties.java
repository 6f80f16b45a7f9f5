/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the challenge service needs to know.
 *
 * @param pepper the secret behind code keys, at least 32 random bytes in base64, the same in every service
 * @param watchUrl where browsers watch, the notifier's public address
 * @param registry the file of relying parties; docs/registry.md has its form
 */
@ConfigurationProperties("uptext.challenge")
public record ChallengeProperties(String pepper, URI watchUrl, Path registry) {

    public ChallengeProperties {
        require(pepper, "uptext.challenge.pepper is missing: 32 random bytes in base64, the same in every service");
        require(watchUrl, "uptext.challenge.watch-url is missing: the notifier's public address");
        require(registry, "uptext.challenge.registry is missing: the file of relying parties, see docs/registry.md");
    }

    private static void require(@Nullable Object value, String sentence) {
        if (value == null) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
