/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Which of the two ways a browser can listen: by a stream, or by polls where something on the way holds streams back. */
final class Patience {

    /** Proxies give up a request that is silent for 30 s at the earliest. */
    static final Duration LONGEST = Duration.ofSeconds(25);

    /** RFC 7240, section 4.3. */
    private static final Pattern WAIT = Pattern.compile("(?:.*[,;\\s])?wait=([0-9]{1,4})(?:[,;\\s].*)?");

    private Patience() {}

    /** Whether a request wants one answer of JSON. One that says nothing wants the stream. */
    static boolean isPoll(ServerRequest request) {
        return request.headers().accept().stream().anyMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                && request.headers().accept().stream().noneMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
    }

    /** How long a poll may wait for something to happen: as its {@code Prefer} says, not at all where it says nothing. */
    static Duration of(ServerRequest request) {
        String preferences = String.join(",", request.headers().header("Prefer"));
        Matcher wait = WAIT.matcher(preferences);
        Duration wished = wait.matches() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : Duration.ZERO;
        return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    }
}
