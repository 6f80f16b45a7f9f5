/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.contract;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request and its answer.
 *
 * @param path without its query
 * @param headers the names of the answer's, in lower case
 * @param type of the answer's body, without parameters
 */
public record Exchange(String method, String path, int status, Set<String> headers, String type, String body) {

    public Exchange {
        headers = Set.copyOf(headers);
    }

    /** One of Java's client. */
    public static Exchange of(HttpResponse<String> answer) {
        return new Exchange(
                answer.request().method(),
                answer.uri().getRawPath(),
                answer.statusCode(),
                answer.headers().map().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", ""),
                answer.body());
    }
}
