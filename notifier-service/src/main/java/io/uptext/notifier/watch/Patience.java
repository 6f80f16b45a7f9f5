/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which of the two ways a browser can listen: by a stream, or by polls where something on the way holds streams back. */
final class Patience {

    /** Proxies give up a request that is silent for 30 s at the earliest. */
    static final Duration LONGEST = Duration.ofSeconds(25);

    /** RFC 7240, sections 2 and 4.3: names in either case, values with quotes or without. No number is too long for it. */
    private static final Pattern WAIT = Pattern.compile(
            "\\s*+wait\\s*+=\\s*+(\"?)0*+(?<seconds>[0-9]*+)\\1\\s*+(?:;.*)?", Pattern.CASE_INSENSITIVE);

    /** More than these are longer than {@link #LONGEST}. */
    private static final int DIGITS = 2;

    private Patience() {}

    /** Whether a request wants one answer of JSON. One that says nothing, or nothing that can be read, wants the stream. */
    static boolean isPoll(HttpHeaders headers) {
        List<MediaType> accepted = accepted(headers);
        return accepted.stream().anyMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                && accepted.stream().noneMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
    }

    private static List<MediaType> accepted(HttpHeaders headers) {
        try {
            return MediaType.parseMediaTypes(headers.getAll(HttpHeaderNames.ACCEPT));
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    /** How long a poll may wait for something to happen: as its {@code Prefer} says first, not at all where it says nothing. */
    static Duration of(HttpHeaders headers) {
        return headers.getAll("Prefer").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(wait -> seconds(wait.group("seconds")))
                .orElse(Duration.ZERO);
    }

    private static Duration seconds(String digits) {
        if (digits.length() > DIGITS) {
            return LONGEST;
        }
        Duration wished = digits.isEmpty() ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(digits));
        return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    }
}
