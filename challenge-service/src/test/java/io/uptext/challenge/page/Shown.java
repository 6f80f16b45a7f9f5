/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** An answer, whole, so that two can be compared. */
record Shown(int status, Map<String, String> headers, String body) {

    static Shown of(HttpResponse<String> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Shown(answer.statusCode(), headers, answer.body());
    }

    String header(String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    String nonce() {
        return group("'nonce-([A-Za-z0-9_-]+)'", header("Content-Security-Policy"));
    }

    /** The value of an attribute, as a browser reads it. */
    String attribute(String name) {
        return HtmlUtils.htmlUnescape(group(" " + name + "=\"([^\"]*)\"", body));
    }

    /** The address of the link with these words. */
    String link(String words) {
        return HtmlUtils.htmlUnescape(group("<a [^>]*href=\"([^\"]*)\"[^>]*>" + words + "</a>", body));
    }

    private static String group(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
    }
}
