/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one address of this service, as a request has it. Which methods it takes is for each connector's provider to say.
 *
 * @param connector the id, of whatever
 * @param query still encoded; absent if there is no question mark
 */
record Address(String connector, @Nullable String query) {

    private static final String CONNECTOR = "connector";
    private static final String PREFIX = "/v1/inbound/";
    private static final PathPattern PATTERN = PathPatternParser.defaultInstance.parse(PREFIX + "{" + CONNECTOR + "}");

    /** What is in the target of a request (RFC 9112, section 3.2); null if that is another address, or no valid one. */
    static @Nullable Address of(String target) {
        return isPlain(target) ? new Address(target.substring(PREFIX.length()), null) : parse(target);
    }

    /** Whether it is spelled as it most often is, so that there is nothing to decode. */
    private static boolean isPlain(String target) {
        int length = target.length();
        boolean isPlain = target.startsWith(PREFIX) && length > PREFIX.length();
        for (int i = PREFIX.length(); isPlain && i < length; i++) {
            isPlain = isOfAnId(target.charAt(i));
        }
        return isPlain;
    }

    private static boolean isOfAnId(char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
    }

    private static @Nullable Address parse(String target) {
        try {
            // Two slashes would begin with a host.
            URI uri = new URI(target.startsWith("/") ? "http://localhost" + target : target);
            boolean isPath = uri.getRawAuthority() != null && uri.getRawPath() != null;
            @Nullable
            PathMatchInfo match = isPath ? PATTERN.matchAndExtract(PathContainer.parsePath(uri.getRawPath())) : null;
            @Nullable
            String connector = match == null ? null : match.getUriVariables().get(CONNECTOR);
            return connector == null ? null : new Address(connector, uri.getRawQuery());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
