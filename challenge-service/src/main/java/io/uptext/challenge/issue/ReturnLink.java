/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address by which a browser comes back to its relying party. It has no token, no code and no number. */
public final class ReturnLink {

    private static final String CHALLENGE = "challenge";
    private static final String STATUS = "status";
    private static final String STATE = "state";
    private static final Set<String> OURS = Set.of(CHALLENGE, STATUS, STATE);

    private ReturnLink() {}

    /** The relying party's own address, with what has become of its challenge. */
    public static String of(ReturnTo to, ChallengeId challenge, Ending ending) {
        StringBuilder link = new StringBuilder(to.url());
        if (to.url().indexOf('?') < 0) {
            link.append('?');
        } else if (!to.url().endsWith("?") && !to.url().endsWith("&")) {
            link.append('&');
        }
        link.append(CHALLENGE).append('=').append(challenge.value());
        link.append('&').append(STATUS).append('=').append(ending.word());
        @Nullable String state = to.state();
        if (state != null) {
            String escaped = URLEncoder.encode(state, StandardCharsets.UTF_8).replace("+", "%20");
            link.append('&').append(STATE).append('=').append(escaped);
        }
        return link.toString();
    }

    /** Whether a URL has one of our names already: of two values, each reader takes another one. */
    public static boolean isAmbiguous(String url) {
        int query = url.indexOf('?');
        return query >= 0
                && Stream.of(url.substring(query + 1).split("[&;]"))
                        .map(field -> field.split("=", 2)[0])
                        .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                        .anyMatch(OURS::contains);
    }
}
