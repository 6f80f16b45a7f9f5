/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;

/**
 * Binds a browser to a challenge: it holds the wait token, and no script can read it. By its prefix it comes from this host and
 * over TLS, so that no neighbour can toss one in.
 */
final class PageCookie {

    private static final String PREFIX = "__Host-uptext-";

    /** To how many challenges a browser is bound: the cookies of a hundred are more than a server reads. */
    private static final int MOST = 16;

    private PageCookie() {}

    /** One for as long as the challenge can be looked up. */
    static ResponseCookie of(ChallengeId id, WaitToken token, Duration life) {
        return cookie(id, token.reveal(), life);
    }

    /**
     * What removes those that are too many beside that of {@code id}: the oldest, which browsers send first (RFC 6265, section 5.4).
     *
     * @param headers as they have come; maps of cookies have no order
     */
    static List<ResponseCookie> surplus(List<String> headers, ChallengeId id) {
        List<ChallengeId> others = headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .flatMap(cookie -> id(cookie).stream())
                .filter(other -> !other.equals(id))
                .distinct()
                .toList();
        return others.stream()
                .limit(Math.max(0, others.size() + 1 - MOST))
                .map(other -> cookie(other, "", Duration.ZERO))
                .toList();
    }

    private static Optional<ChallengeId> id(String cookie) {
        String name = cookie.split("=", 2)[0].strip();
        try {
            return name.startsWith(PREFIX)
                    ? Optional.of(new ChallengeId(name.substring(PREFIX.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseCookie cookie(ChallengeId id, String value, Duration life) {
        return ResponseCookie.from(PREFIX + id.value(), value)
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
