/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;

/**
 * Binds a browser to a challenge: it holds the wait token, and no script can read it. By its prefix it comes from this host and
 * over TLS, so that no neighbour can toss one in.
 */
final class PageCookie {

    private static final String PREFIX = "__Host-uptext-";

    private PageCookie() {}

    /** One for as long as the challenge can be looked up. */
    static ResponseCookie of(ChallengeId id, WaitToken token, Duration life) {
        return ResponseCookie.from(PREFIX + id.value(), token.reveal())
                .secure(true)
                .httpOnly(true)
                // Not Strict: the site leads here, and it is another one.
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    /** The token that a browser has for a challenge; none where it has two. */
    static Optional<WaitToken> token(MultiValueMap<String, HttpCookie> cookies, ChallengeId id) {
        Set<String> values = new HashSet<>();
        cookies.getOrDefault(PREFIX + id.value(), List.of()).forEach(cookie -> values.add(cookie.getValue()));
        return values.size() == 1 ? token(values.iterator().next()) : Optional.empty();
    }

    static Optional<WaitToken> token(String value) {
        try {
            return Optional.of(WaitToken.parse(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
