/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URLs of this very machine, without TLS: {@code http://localhost} and {@code http://127.0.0.1} with any port. They are for
 * developers, in these spellings only, and whoever calls one must have been told to.
 */
public final class LoopbackUrls {

    private static final Pattern FORM =
            Pattern.compile("(http://(?:localhost|127\\.0\\.0\\.1)(?::([1-9][0-9]{0,4}))?)((?:[/?][!-~&&[^#]]*)?)");
    private static final int LONGEST = 2000;
    private static final int LAST_PORT = 65_535;

    private LoopbackUrls() {}

    /** The URL, if it is one. */
    public static Optional<URI> parse(String url) {
        if (url.length() > LONGEST || origin(url).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Where the URL leads to, without path and query, as it is spelled; empty if it is not one. */
    public static Optional<String> origin(String url) {
        Matcher form = FORM.matcher(url);
        return form.matches() && (form.group(2) == null || Integer.parseInt(form.group(2)) <= LAST_PORT)
                ? Optional.of(form.group(1))
                : Optional.empty();
    }
}
