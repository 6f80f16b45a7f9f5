/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.platform.http.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;

/** What a request asks for beside where to begin. */
final class Wish {

    /** Proxies give up a request that is silent for 30 s at the earliest. */
    private static final int LONGEST_WAIT = 25;

    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");

    /** RFC 7240: names in either case, values with quotes or without. */
    private static final Pattern WAIT =
            Pattern.compile("\\s*+wait\\s*+=\\s*+\"?([0-9]{1,9})\"?\\s*+(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private Wish() {}

    /** Whether one answer of JSON is wanted. A request that says nothing, or nothing that can be read, wants the stream. */
    static boolean isPoll(ServerRequest request) {
        try {
            List<MediaType> accepted = request.headers().accept();
            return accepted.stream().anyMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                    && accepted.stream().noneMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** How long a poll may wait: not at all unless it says. */
    static Duration patience(ServerRequest request) {
        return request.headers().header("Prefer").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(WAIT::matcher)
                .filter(matcher -> matcher.matches())
                .findFirst()
                .map(matcher -> Duration.ofSeconds(Math.min(LONGEST_WAIT, Long.parseLong(matcher.group(1)))))
                .orElse(Duration.ZERO);
    }

    /** How many events a poll takes at most. */
    static int limit(ServerRequest request) {
        Optional<String> limit = request.queryParam("limit");
        if (limit.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!LIMIT.matcher(limit.get()).matches() || Integer.parseInt(limit.get()) > MOST) {
            throw Problem.INVALID_REQUEST.because("limit is a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(limit.get());
    }
}
