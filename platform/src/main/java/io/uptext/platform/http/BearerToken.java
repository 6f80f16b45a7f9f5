/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The token of an {@code Authorization: Bearer} header (RFC 6750); a token in a query is not taken. */
public final class BearerToken {

    private static final Pattern FORM = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,4096}=*)");

    private BearerToken() {}

    /** The one token of a request, or empty where there is none, or more than one header. */
    public static Optional<String> of(ServerRequest request) {
        return of(request.headers().header(HttpHeaders.AUTHORIZATION));
    }

    /** The same, of all the {@code Authorization} headers of a request. */
    public static Optional<String> of(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(headers.getFirst());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
